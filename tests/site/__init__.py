"""Tests of the site as it is built: its pages, and the front page in a browser."""
