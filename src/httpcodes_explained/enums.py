"""
One enum for each vendor that has status codes of its own.

`HttpStatus` holds the registered ones and stands in for `http.HTTPStatus`, with the names of RFC 9110
on every Python and the former names as aliases.
"""

# Generated from the data files by `python -m tests.regenerate`. Do not edit.

from __future__ import annotations

from ._status_enum import StatusEnum

__all__ = [
    "AkamaiStatus",
    "AlibabaCdnStatus",
    "AnthropicStatus",
    "AnyeventHttpStatus",
    "AspnetCoreStatus",
    "AwsAlbStatus",
    "AzureApplicationGatewayStatus",
    "AzureFrontDoorStatus",
    "BinanceStatus",
    "CloudflareStatus",
    "CloudinaryStatus",
    "CloudlinuxStatus",
    "CohereStatus",
    "CosmosDbStatus",
    "CpanelStatus",
    "DartStatus",
    "DeeplStatus",
    "EdgeoneStatus",
    "EdgioStatus",
    "EsriStatus",
    "EveEsiStatus",
    "ExchangeStatus",
    "FastlyStatus",
    "GitLfsStatus",
    "GoogleMapsStatus",
    "GroqStatus",
    "GrpcGatewayStatus",
    "HerokuStatus",
    "HomekitStatus",
    "HttpStatus",
    "HttpTinyStatus",
    "HubspotStatus",
    "LaravelStatus",
    "LinkedinStatus",
    "MegaStatus",
    "MicrosoftGraphStatus",
    "MinioStatus",
    "NextcloudStatus",
    "NginxStatus",
    "NimbleStatus",
    "OpenstackSwiftStatus",
    "OracleContentStatus",
    "OrdsStatus",
    "OxylabsStatus",
    "PantheonStatus",
    "ProxmoxStatus",
    "QiniuStatus",
    "ShopifyStatus",
    "SplineStatus",
    "SpringStatus",
    "SquidStatus",
    "SslLabsStatus",
    "SupabaseStatus",
    "TelegramStatus",
    "TencentCdnStatus",
    "TineStatus",
    "TornadoStatus",
    "TraefikStatus",
    "TraktStatus",
    "TusStatus",
    "TwitterStatus",
    "UnclaimedStatus",
    "VaultStatus",
    "YahooStatus",
    "ZyteStatus",
]


class AkamaiStatus(StatusEnum):
    """The status codes of Akamai."""

    __vendor__ = "akamai"

    USER_ACCESS_FORBIDDEN = 492
    UNSUPPORTED_BROWSER = 493
    REQUEST_HEADER_OR_COOKIE_TOO_LARGE = 494
    CONNECTIVITY_DISRUPTED = 540
    INTERNAL_DATABASE_ERROR = 542
    IDP_COMMUNICATION_ERROR = 543
    MANAGEMENT_COMMUNICATION_ERROR = 544
    AUTHENTICATION_INTERNAL_ERROR = 545
    UNKNOWN_APPLICATION = 546
    INVALID_RESPONSE = 548
    AUTHENTICATION_GATEWAY_ERROR = 549
    APPLICATION_UNREACHABLE = 552
    DIRECTORY_SERVICE_ERROR = 553
    AUTHENTICATION_TOKEN_ERROR = 554
    APPLICATION_DOES_NOT_SUPPORT_KERBEROS = 555
    UNEXPECTED_AUTHENTICATION_CHALLENGE = 556
    KDC_UNREACHABLE = 557
    CONNECTION_LIMIT_STOP_558 = 558
    CONNECTION_LIMIT_STOP_559 = 559
    INVALID_NTLM_CHALLENGE = 561
    CREDENTIAL_ERROR = 562


class AlibabaCdnStatus(StatusEnum):
    """The status codes of Alibaba Cloud CDN."""

    __vendor__ = "alibaba-cdn"

    EDGEROUTINE_EXECUTION_REFUSED = 598
    EDGEROUTINE_UNCAUGHT_EXCEPTION = 599


class AnthropicStatus(StatusEnum):
    """The status codes of Anthropic API."""

    __vendor__ = "anthropic"

    OVERLOADED = 529
    OVERLOADED_ERROR = OVERLOADED


class AnyeventHttpStatus(StatusEnum):
    """The status codes of AnyEvent::HTTP (Perl)."""

    __vendor__ = "anyevent-http"

    CONNECTION_ESTABLISHMENT_ERROR = 595
    CONNECTION_REFUSED = CONNECTION_ESTABLISHMENT_ERROR
    NO_ROUTE_TO_HOST = CONNECTION_ESTABLISHMENT_ERROR
    CONNECTION_TIMED_OUT = CONNECTION_ESTABLISHMENT_ERROR
    NO_SUCH_DEVICE_OR_ADDRESS = CONNECTION_ESTABLISHMENT_ERROR
    TLS_REQUEST_OR_HEADER_ERROR = 596
    BODY_RECEIVING_ERROR = 597
    ABORTED_BY_CALLBACK = 598
    REQUEST_CANCELLED_BY_ON_HEADER = ABORTED_BY_CALLBACK
    REQUEST_CANCELLED_BY_ON_BODY = ABORTED_BY_CALLBACK
    OTHER_NONRETRYABLE_ERROR = 599
    TOO_MANY_REDIRECTIONS = OTHER_NONRETRYABLE_ERROR
    ONLY_HTTP_AND_HTTPS_URL_SCHEMES_SUPPORTED = OTHER_NONRETRYABLE_ERROR
    UNPARSABLE_URL = OTHER_NONRETRYABLE_ERROR
    INVALID_SERVER_RESPONSE = OTHER_NONRETRYABLE_ERROR
    GARBLED_RESPONSE_HEADERS = OTHER_NONRETRYABLE_ERROR


class AspnetCoreStatus(StatusEnum):
    """The status codes of ASP.NET Core."""

    __vendor__ = "aspnet-core"

    CLIENT_CLOSED_REQUEST = 499
    STATUS499CLIENTCLOSEDREQUEST = CLIENT_CLOSED_REQUEST


class AwsAlbStatus(StatusEnum):
    """The status codes of AWS Application Load Balancer."""

    __vendor__ = "aws-alb"

    CLIENT_CLOSED_CONNECTION = 460
    TOO_MANY_X_FORWARDED_FOR_ADDRESSES = 463
    INCOMPATIBLE_PROTOCOL = 464
    UNAUTHORIZED = 561
    JWKS_REQUEST_FAILED = 562


class AzureApplicationGatewayStatus(StatusEnum):
    """The status codes of Azure Application Gateway."""

    __vendor__ = "azure-application-gateway"

    CLIENT_CLOSED_THE_CONNECTION = 499
    CLIENT_CLOSED_REQUEST = CLIENT_CLOSED_THE_CONNECTION


class AzureFrontDoorStatus(StatusEnum):
    """The status codes of Azure Front Door."""

    __vendor__ = "azure-front-door"

    CLIENT_CLOSED_THE_CONNECTION = 499


class BinanceStatus(StatusEnum):
    """The status codes of Binance Spot API."""

    __vendor__ = "binance"

    IP_AUTO_BANNED = 418


class CloudflareStatus(StatusEnum):
    """The status codes of Cloudflare."""

    __vendor__ = "cloudflare"

    CLIENT_CLOSED_REQUEST = 499
    CLIENT_CLOSE_REQUEST = CLIENT_CLOSED_REQUEST
    WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR = 520
    WEB_SERVER_IS_RETURNING_AN_UNKNOWN_ERROR = WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR
    WEB_SERVER_RETURNED_AN_UNKNOWN_ERROR = WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR
    UNKNOWN_ERROR = WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR
    WEB_SERVER_IS_DOWN = 521
    WEB_SERVER_DOWN = WEB_SERVER_IS_DOWN
    CONNECTION_TIMED_OUT = 522
    CONNECTION_TIMEOUT = CONNECTION_TIMED_OUT
    ORIGIN_IS_UNREACHABLE = 523
    ORIGIN_UNREACHABLE = ORIGIN_IS_UNREACHABLE
    A_TIMEOUT_OCCURRED = 524
    TIMEOUT_OCCURRED = A_TIMEOUT_OCCURRED
    SSL_HANDSHAKE_FAILED = 525
    TLS_HANDSHAKE_FAILED = SSL_HANDSHAKE_FAILED
    INVALID_SSL_CERTIFICATE = 526
    INVALID_TLS_CERTIFICATE = INVALID_SSL_CERTIFICATE
    RAILGUN_LISTENER_TO_ORIGIN = 527
    RAILGUN_LISTENER_TO_ORIGIN_ERROR = RAILGUN_LISTENER_TO_ORIGIN
    RAILGUN_ERROR = RAILGUN_LISTENER_TO_ORIGIN
    UNABLE_TO_RESOLVE_ORIGIN_HOSTNAME = 530
    ORIGIN_DNS_ERROR = UNABLE_TO_RESOLVE_ORIGIN_HOSTNAME


class CloudinaryStatus(StatusEnum):
    """The status codes of Cloudinary."""

    __vendor__ = "cloudinary"

    RATE_LIMITED = 420


class CloudlinuxStatus(StatusEnum):
    """The status codes of CloudLinux OS."""

    __vendor__ = "cloudlinux"

    RESOURCE_LIMIT_IS_REACHED = 508
    RESOURCE_LIMIT_REACHED = RESOURCE_LIMIT_IS_REACHED


class CohereStatus(StatusEnum):
    """The status codes of Cohere API."""

    __vendor__ = "cohere"

    REQUEST_CANCELLED = 499


class CosmosDbStatus(StatusEnum):
    """The status codes of Azure Cosmos DB."""

    __vendor__ = "cosmos-db"

    RETRY_WITH = 449
    RETRYWITH = RETRY_WITH


class CpanelStatus(StatusEnum):
    """The status codes of cPanel."""

    __vendor__ = "cpanel"

    BANDWIDTH_LIMIT_EXCEEDED = 509
    BANDWIDTH_LIMIT_EXCEEDED_APACHE_BW_LIMITED_EXTENSION = BANDWIDTH_LIMIT_EXCEEDED


class DartStatus(StatusEnum):
    """The status codes of Dart http."""

    __vendor__ = "dart"

    NETWORK_CONNECT_TIMEOUT_ERROR = 599
    NETWORKCONNECTTIMEOUTERROR = NETWORK_CONNECT_TIMEOUT_ERROR


class DeeplStatus(StatusEnum):
    """The status codes of DeepL API."""

    __vendor__ = "deepl"

    QUOTA_EXCEEDED = 456
    TOO_MANY_REQUESTS = 529


class EdgeoneStatus(StatusEnum):
    """The status codes of Tencent EdgeOne."""

    __vendor__ = "edgeone"

    DOMAIN_CONFIGURATION_NOT_FOUND = 418
    MISSING_DOMAIN_CONFIGURATION_FILE = DOMAIN_CONFIGURATION_NOT_FOUND
    REQUEST_LOOP_DETECTED = 423
    LOOPING_REQUEST = REQUEST_LOOP_DETECTED
    REQUEST_LOOPBACK = REQUEST_LOOP_DETECTED
    CLIENT_CLOSED_REQUEST = 499
    ORIGIN_RESET_AFTER_CONNECT = 520
    ORIGIN_REFUSED_TCP_CONNECTION = 521
    ORIGIN_TCP_CONNECTION_TIMEOUT = 522
    ORIGIN_DNS_RESOLUTION_FAILED = 523
    ORIGIN_RESPONSE_TIMEOUT = 524
    ORIGIN_TLS_HANDSHAKE_FAILED = 525
    ORIGIN_CONNECTION_RESET = 550
    ORIGIN_CONNECTION_REFUSED = 551
    ORIGIN_CONNECT_TIMEOUT = 552
    ORIGIN_NAME_NOT_RESOLVED = 553
    ORIGIN_SILENT_AFTER_REQUEST = 554
    ORIGIN_HANDSHAKE_FAILED = 555
    BLOCKED_BY_MANAGED_RULES = 566
    WEB_PROTECTION_MANAGED_RULES_BLOCK = BLOCKED_BY_MANAGED_RULES
    BLOCKED_BY_CUSTOM_RULE_RATE_LIMIT_OR_BOT_MANAGEMENT = 567
    WEB_PROTECTION_CUSTOM_RULES_BLOCK = BLOCKED_BY_CUSTOM_RULE_RATE_LIMIT_OR_BOT_MANAGEMENT


class EdgioStatus(StatusEnum):
    """The status codes of Edgio (retired)."""

    __vendor__ = "edgio"

    INTERNAL_EDGIO_ERROR = 530
    INTERNAL_LAYER0_ERROR = INTERNAL_EDGIO_ERROR
    PROJECT_UPSTREAM_CONNECTION_ERROR = 531
    PROJECT_RESPONSE_TOO_LARGE = 532
    PROJECT_UPSTREAM_TLS_ERROR = 533
    PROJECT_ERROR = 534
    UNKNOWN_PROJECT = 535
    PROJECT_HTTP_RESPONSE_TIMEOUT = 536
    PROJECT_DNS_RESOLUTION_ERROR = 537
    PROJECT_REQUEST_LOOP = 538
    PROJECT_TIMEOUT = 539
    EDGIO_OUT_OF_RESOURCES = 540
    OUT_OF_MEMORY = EDGIO_OUT_OF_RESOURCES
    EDGIO_OUT_OF_WORKERS = 541
    PROJECT_HEADER_OVERFLOW = 542
    GLOBAL_UPSTREAM_TIMEOUT = 543
    INVALID_HOST_HEADER = 544
    EDGIO_COMPONENT_NOT_READY = 545
    EDGIO_ORIGIN_SHIELD_POP_TLS_ERROR = 546
    GLOBAL_POP_TLS_ERROR = EDGIO_ORIGIN_SHIELD_POP_TLS_ERROR
    EDGIO_ORIGIN_SHIELD_POP_NO_HTTP_RESPONSE = 547
    GLOBAL_POP_NO_HTTP_RESPONSE = EDGIO_ORIGIN_SHIELD_POP_NO_HTTP_RESPONSE
    EDGIO_ORIGIN_SHIELD_POP_DNS_RESOLUTION_ERROR = 548
    GLOBAL_POP_DNS_RESOLUTION_ERROR = EDGIO_ORIGIN_SHIELD_POP_DNS_RESOLUTION_ERROR
    PROJECT_CRASHED = 549


class EsriStatus(StatusEnum):
    """The status codes of Esri ArcGIS."""

    __vendor__ = "esri"

    INVALID_TOKEN = 498
    TOKEN_INVALID = INVALID_TOKEN
    EXPIRED_TOKEN = INVALID_TOKEN
    TOKEN_REQUIRED = 499
    TOKEN_NOT_FOUND = TOKEN_REQUIRED


class EveEsiStatus(StatusEnum):
    """The status codes of EVE Online ESI."""

    __vendor__ = "eve-esi"

    ERROR_LIMITED = 420


class ExchangeStatus(StatusEnum):
    """The status codes of Microsoft Exchange (OWA, ActiveSync, WebDAV)."""

    __vendor__ = "exchange"

    LOGIN_TIMEOUT = 440
    LOGIN_TIME_OUT = LOGIN_TIMEOUT
    RETRY_WITH = 449
    REPLY_WITH = RETRY_WITH
    NEED_PROVISIONING = RETRY_WITH
    HTTP_STATUS_RETRY_WITH = RETRY_WITH
    REDIRECT = 451
    WRONG_EXCHANGE_SERVER = REDIRECT
    BLOCKED = 456
    EXPIRED_PASSWORD = 457
    PASSWORD_EXPIRED = EXPIRED_PASSWORD


class FastlyStatus(StatusEnum):
    """The status codes of Fastly."""

    __vendor__ = "fastly"

    ERROR_DELIVERED_UNMODIFIED = 550


class GitLfsStatus(StatusEnum):
    """The status codes of Git LFS."""

    __vendor__ = "git-lfs"

    BANDWIDTH_LIMIT_EXCEEDED = 509


class GoogleMapsStatus(StatusEnum):
    """The status codes of Google Maps API v2 (retired geocoder)."""

    __vendor__ = "google-maps"

    G_GEO_TOO_MANY_QUERIES = 620
    TOO_MANY_QUERIES = G_GEO_TOO_MANY_QUERIES


class GroqStatus(StatusEnum):
    """The status codes of Groq API."""

    __vendor__ = "groq"

    FLEX_TIER_CAPACITY_EXCEEDED = 498
    CAPACITY_EXCEEDED = FLEX_TIER_CAPACITY_EXCEEDED
    REQUEST_CANCELLED = 499


class GrpcGatewayStatus(StatusEnum):
    """The status codes of grpc-gateway."""

    __vendor__ = "grpc-gateway"

    CLIENT_CLOSED_REQUEST = 499


class HerokuStatus(StatusEnum):
    """The status codes of Heroku."""

    __vendor__ = "heroku"

    CLIENT_REQUEST_INTERRUPTED = 499
    H27 = CLIENT_REQUEST_INTERRUPTED
    H28 = CLIENT_REQUEST_INTERRUPTED
    CLIENT_CONNECTION_IDLE = CLIENT_REQUEST_INTERRUPTED


class HomekitStatus(StatusEnum):
    """The status codes of HomeKit Accessory Protocol."""

    __vendor__ = "homekit"

    CONNECTION_AUTHORIZATION_REQUIRED = 470


class HttpStatus(StatusEnum):
    """The status codes of IANA HTTP Status Code Registry."""

    __vendor__ = "iana"

    CONTINUE = 100
    SWITCHING_PROTOCOLS = 101
    PROCESSING = 102
    EARLY_HINTS = 103
    UPLOAD_RESUMPTION_SUPPORTED = 104
    OK = 200
    CREATED = 201
    ACCEPTED = 202
    NON_AUTHORITATIVE_INFORMATION = 203
    NO_CONTENT = 204
    RESET_CONTENT = 205
    PARTIAL_CONTENT = 206
    MULTI_STATUS = 207
    ALREADY_REPORTED = 208
    IM_USED = 226
    INSTANCE_MANIPULATION_USED = IM_USED
    MULTIPLE_CHOICES = 300
    MOVED_PERMANENTLY = 301
    FOUND = 302
    MOVED_TEMPORARILY = FOUND
    SEE_OTHER = 303
    NOT_MODIFIED = 304
    USE_PROXY = 305
    UNUSED = 306
    SWITCH_PROXY = UNUSED
    TEMPORARY_REDIRECT = 307
    INTERNAL_REDIRECT = TEMPORARY_REDIRECT
    PERMANENT_REDIRECT = 308
    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    AUTHORIZATION_REQUIRED = UNAUTHORIZED
    PAYMENT_REQUIRED = 402
    REQUEST_FAILED = PAYMENT_REQUIRED
    INSUFFICIENT_BALANCE = PAYMENT_REQUIRED
    FORBIDDEN = 403
    ACCESS_DENIED = FORBIDDEN
    NOT_FOUND = 404
    PAGE_NOT_FOUND = NOT_FOUND
    METHOD_NOT_ALLOWED = 405
    NOT_ALLOWED = METHOD_NOT_ALLOWED
    NOT_ACCEPTABLE = 406
    PROXY_AUTHENTICATION_REQUIRED = 407
    REQUEST_TIMEOUT = 408
    REQUEST_TIME_OUT = REQUEST_TIMEOUT
    CONFLICT = 409
    GONE = 410
    LENGTH_REQUIRED = 411
    PRECONDITION_FAILED = 412
    CONTENT_TOO_LARGE = 413
    PAYLOAD_TOO_LARGE = CONTENT_TOO_LARGE
    REQUEST_ENTITY_TOO_LARGE = CONTENT_TOO_LARGE
    URI_TOO_LONG = 414
    REQUEST_URI_TOO_LONG = URI_TOO_LONG
    REQUEST_URI_TOO_LARGE = URI_TOO_LONG
    UNSUPPORTED_MEDIA_TYPE = 415
    RANGE_NOT_SATISFIABLE = 416
    REQUESTED_RANGE_NOT_SATISFIABLE = RANGE_NOT_SATISFIABLE
    EXPECTATION_FAILED = 417
    IM_A_TEAPOT = 418
    MISDIRECTED_REQUEST = 421
    UNPROCESSABLE_CONTENT = 422
    UNPROCESSABLE_ENTITY = UNPROCESSABLE_CONTENT
    LOCKED = 423
    FAILED_DEPENDENCY = 424
    TOO_EARLY = 425
    UPGRADE_REQUIRED = 426
    PRECONDITION_REQUIRED = 428
    TOO_MANY_REQUESTS = 429
    REQUEST_HEADER_FIELDS_TOO_LARGE = 431
    UNAVAILABLE_FOR_LEGAL_REASONS = 451
    INTERNAL_SERVER_ERROR = 500
    NOT_IMPLEMENTED = 501
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    SERVICE_TEMPORARILY_UNAVAILABLE = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504
    GATEWAY_TIME_OUT = GATEWAY_TIMEOUT
    HTTP_VERSION_NOT_SUPPORTED = 505
    VARIANT_ALSO_NEGOTIATES = 506
    VARIANT_ALSO_VARIES = VARIANT_ALSO_NEGOTIATES
    INSUFFICIENT_STORAGE = 507
    LOOP_DETECTED = 508
    NOT_EXTENDED = 510
    NETWORK_AUTHENTICATION_REQUIRED = 511


class HttpTinyStatus(StatusEnum):
    """The status codes of HTTP::Tiny (Perl)."""

    __vendor__ = "http-tiny"

    INTERNAL_EXCEPTION = 599


class HubspotStatus(StatusEnum):
    """The status codes of HubSpot API."""

    __vendor__ = "hubspot"

    MIGRATION_IN_PROGRESS = 477


class LaravelStatus(StatusEnum):
    """The status codes of Laravel."""

    __vendor__ = "laravel"

    PAGE_EXPIRED = 419
    CSRF_TOKEN_MISMATCH = PAGE_EXPIRED
    TOKENMISMATCHEXCEPTION = PAGE_EXPIRED
    UNKNOWN_STATUS = PAGE_EXPIRED


class LinkedinStatus(StatusEnum):
    """The status codes of LinkedIn."""

    __vendor__ = "linkedin"

    REQUEST_DENIED = 999


class MegaStatus(StatusEnum):
    """The status codes of MEGA."""

    __vendor__ = "mega"

    BANDWIDTH_OVERQUOTA = 509
    API_EOVERQUOTA = BANDWIDTH_OVERQUOTA


class MicrosoftGraphStatus(StatusEnum):
    """The status codes of Microsoft Graph."""

    __vendor__ = "microsoft-graph"

    BANDWIDTH_LIMIT_EXCEEDED = 509


class MinioStatus(StatusEnum):
    """The status codes of MinIO."""

    __vendor__ = "minio"

    CLIENT_DISCONNECTED = 499
    CLIENTDISCONNECTED = CLIENT_DISCONNECTED


class NextcloudStatus(StatusEnum):
    """The status codes of Nextcloud OCS API."""

    __vendor__ = "nextcloud"

    SERVER_ERROR = 996
    UNAUTHORISED = 997
    NOT_FOUND = 998
    UNKNOWN_ERROR = 999


class NginxStatus(StatusEnum):
    """The status codes of nginx."""

    __vendor__ = "nginx"

    CONNECTION_CLOSED_WITHOUT_RESPONSE = 444
    NO_RESPONSE = CONNECTION_CLOSED_WITHOUT_RESPONSE
    REQUEST_HEADER_OR_COOKIE_TOO_LARGE = 494
    REQUEST_HEADER_TOO_LARGE = REQUEST_HEADER_OR_COOKIE_TOO_LARGE
    SSL_CERTIFICATE_ERROR = 495
    THE_SSL_CERTIFICATE_ERROR = SSL_CERTIFICATE_ERROR
    NO_REQUIRED_SSL_CERTIFICATE_WAS_SENT = 496
    SSL_CERTIFICATE_REQUIRED = NO_REQUIRED_SSL_CERTIFICATE_WAS_SENT
    PLAIN_HTTP_REQUEST_WAS_SENT_TO_HTTPS_PORT = 497
    THE_PLAIN_HTTP_REQUEST_WAS_SENT_TO_HTTPS_PORT = PLAIN_HTTP_REQUEST_WAS_SENT_TO_HTTPS_PORT
    HTTP_REQUEST_SENT_TO_HTTPS_PORT = PLAIN_HTTP_REQUEST_WAS_SENT_TO_HTTPS_PORT
    INVALID_HOST_NAME = 498
    CLIENT_CLOSED_REQUEST = 499
    CLIENT_HAS_CLOSED_CONNECTION = CLIENT_CLOSED_REQUEST


class NimbleStatus(StatusEnum):
    """The status codes of Nimble IP."""

    __vendor__ = "nimble"

    CONNECT_TIMEOUT = 522
    NO_IP_FOUND = 525


class OpenstackSwiftStatus(StatusEnum):
    """The status codes of OpenStack Swift."""

    __vendor__ = "openstack-swift"

    BLACKLISTED = 497
    RATE_LIMITED = 498
    CLIENT_DISCONNECT = 499
    TOO_MANY_BACKEND_REQUESTS = 529


class OracleContentStatus(StatusEnum):
    """The status codes of Oracle Content Management."""

    __vendor__ = "oracle-content"

    ORACLE_SSO_LOGOUT = 470
    ORACLE_SSO_LOGIN = 499
    UNKNOWN = 599


class OrdsStatus(StatusEnum):
    """The status codes of Oracle REST Data Services."""

    __vendor__ = "ords"

    USER_DEFINED_RESOURCE_ERROR = 555


class OxylabsStatus(StatusEnum):
    """The status codes of Oxylabs."""

    __vendor__ = "oxylabs"

    TIMEOUT_522 = 522
    BAD_RESPONSE = TIMEOUT_522
    TIMEOUT_524 = 524
    SERVICE_UNAVAILABLE = TIMEOUT_524
    NO_EXIT_FOUND = 525
    FAULTED_AFTER_TOO_MANY_RETRIES_550 = 550
    UNDEFINED_INTERNAL_ERROR = 612
    FAULTED_AFTER_TOO_MANY_RETRIES_613 = 613


class PantheonStatus(StatusEnum):
    """The status codes of Pantheon."""

    __vendor__ = "pantheon"

    SITE_FROZEN = 530
    SITE_IS_FROZEN = SITE_FROZEN
    APPLICATION_REQUESTS_A_RETRY = 560
    NO_SITE_DETECTED = 561


class ProxmoxStatus(StatusEnum):
    """The status codes of Proxmox VE."""

    __vendor__ = "proxmox"

    CONNECTION_ESTABLISHMENT_ERROR = 595
    CONNECTION_ERROR_595_NO_ROUTE_TO_HOST = CONNECTION_ESTABLISHMENT_ERROR
    CONNECTION_ERROR_595_CONNECTION_REFUSED = CONNECTION_ESTABLISHMENT_ERROR
    TLS_REQUEST_OR_HEADER_ERROR = 596
    CONNECTION_ERROR_596_CONNECTION_TIMED_OUT = TLS_REQUEST_OR_HEADER_ERROR
    CONNECTION_ERROR_596 = TLS_REQUEST_OR_HEADER_ERROR
    BODY_RECEIVING_ERROR = 597
    TOO_MANY_REDIRECTIONS = 599
    HTTP_599_TOO_MANY_REDIRECTIONS = TOO_MANY_REDIRECTIONS


class QiniuStatus(StatusEnum):
    """The status codes of Qiniu Kodo."""

    __vendor__ = "qiniu"

    PARTIALLY_SUCCESSFUL = 298
    ACCOUNT_FROZEN = 419
    MIRROR_FETCH_FAILED = 478
    SINGLE_RESOURCE_ACCESSED_TOO_OFTEN = 573
    UPLOADED_CALLBACK_FAILED = 579
    SERVER_OPERATION_FAILED = 599
    CONTENT_MODIFIED = 608
    RESOURCE_DOES_NOT_EXIST = 612
    NO_SUCH_FILE_OR_DIRECTORY = RESOURCE_DOES_NOT_EXIST
    TARGET_EXISTS = 614
    FILE_EXISTS = TARGET_EXISTS
    BUCKET_LIMIT_REACHED = 630
    BUCKET_DOES_NOT_EXIST = 631
    INVALID_MARKER = 640
    RESUMABLE_UPLOAD_CONTEXT_EXPIRED = 701
    INVALIDCTX = RESUMABLE_UPLOAD_CONTEXT_EXPIRED
    CTX_EXPIRED = RESUMABLE_UPLOAD_CONTEXT_EXPIRED


class ShopifyStatus(StatusEnum):
    """The status codes of Shopify."""

    __vendor__ = "shopify"

    STORE_LOCKED = 420
    LOCKED_STORE = STORE_LOCKED
    SHOPIFY_SECURITY_REJECTION = 430
    SECURITY_REJECTION = SHOPIFY_SECURITY_REJECTION
    ORIGIN_DNS_ERROR = 530
    TEMPORARILY_DISABLED = 540
    ENDPOINT_TEMPORARILY_DISABLED = TEMPORARILY_DISABLED
    UNEXPECTED_TOKEN = 783


class SplineStatus(StatusEnum):
    """The status codes of Spline."""

    __vendor__ = "spline"

    NETWORK_READ_TIMEOUT_ERROR = 598
    ASYNC_TIMEOUT = NETWORK_READ_TIMEOUT_ERROR


class SpringStatus(StatusEnum):
    """The status codes of Spring."""

    __vendor__ = "spring"

    CHECKPOINT = 103
    INSUFFICIENT_SPACE_ON_RESOURCE = 419
    METHOD_FAILURE = 420
    DESTINATION_LOCKED = 421
    BANDWIDTH_LIMIT_EXCEEDED = 509


class SquidStatus(StatusEnum):
    """The status codes of Squid."""

    __vendor__ = "squid"

    INVALID_HEADER = 600
    HTTP_INVALID_HEADER = INVALID_HEADER
    UNPARSEABLE_RESPONSE_HEADERS = INVALID_HEADER
    HEADER_TOO_LARGE = 601
    HTTP_HEADER_TOO_LARGE = HEADER_TOO_LARGE


class SslLabsStatus(StatusEnum):
    """The status codes of Qualys SSL Labs."""

    __vendor__ = "ssl-labs"

    UNAUTHORIZED_NOT_REGISTERED = 441
    UNAUTHORIZED_ERROR = UNAUTHORIZED_NOT_REGISTERED
    NOT_REGISTERED = UNAUTHORIZED_NOT_REGISTERED
    SERVICE_OVERLOADED = 529
    SITE_IS_OVERLOADED = SERVICE_OVERLOADED


class SupabaseStatus(StatusEnum):
    """The status codes of Supabase."""

    __vendor__ = "supabase"

    PROJECT_PAUSED = 540
    PROJECT_API_GATEWAY_TIMEOUT = 544
    DATABASETIMEOUT = PROJECT_API_GATEWAY_TIMEOUT
    EDGE_FUNCTIONS_RESOURCE_LIMIT = 546
    RESOURCE_LIMIT = EDGE_FUNCTIONS_RESOURCE_LIMIT
    WORKER_LIMIT = EDGE_FUNCTIONS_RESOURCE_LIMIT
    WORKER_RESOURCE_LIMIT = EDGE_FUNCTIONS_RESOURCE_LIMIT


class TelegramStatus(StatusEnum):
    """The status codes of Telegram API (MTProto)."""

    __vendor__ = "telegram"

    FLOOD = 420
    FLOOD_WAIT_X = FLOOD
    FLOODWAITERROR = FLOOD
    SLOWMODE_WAIT_X = FLOOD
    FLOOD_PREMIUM_WAIT_X = FLOOD


class TencentCdnStatus(StatusEnum):
    """The status codes of Tencent Cloud CDN."""

    __vendor__ = "tencent-cdn"

    LOOPING_REQUEST = 423
    LOOPBACK_REQUEST = LOOPING_REQUEST
    CLIENT_CLOSED_CONNECTION = 499
    THE_CLIENT_CLOSES_THE_CONNECTION = CLIENT_CLOSED_CONNECTION
    BLOCKED_DUE_TO_CC_ATTACK = 509
    IP_ACCESS_LIMIT_EXCEEDED = 514
    IP_ACCESS_FREQUENCY_EXCEEDS_THE_LIMIT = IP_ACCESS_LIMIT_EXCEEDED
    PLATFORM_OVERLOAD = 524
    HTTPS_ORIGIN_DNS_ERROR = 531
    HTTPS_REQUEST_ORIGIN_DOMAIN_NAME_RESOLUTION_ERROR = HTTPS_ORIGIN_DNS_ERROR
    HTTPS_ORIGIN_CONNECTION_FAILED = 532
    HTTPS_REQUEST_CONNECTION_TO_THE_ORIGIN_FAILED = HTTPS_ORIGIN_CONNECTION_FAILED
    HTTPS_ORIGIN_CONNECTION_TIMEOUT = 533
    HTTPS_REQUEST_CONNECTION_TO_THE_ORIGIN_TIMED_OUT = HTTPS_ORIGIN_CONNECTION_TIMEOUT
    HTTPS_ORIGIN_DATA_TIMEOUT = 537
    HTTPS_REQUEST_TIMEOUT_WHILE_RECEIVING_DATA_FROM_THE_ORIGIN = HTTPS_ORIGIN_DATA_TIMEOUT
    HTTPS_ORIGIN_SSL_HANDSHAKE_FAILED = 538
    HTTPS_REQUEST_SSL_HANDSHAKE_FAILED = HTTPS_ORIGIN_SSL_HANDSHAKE_FAILED
    HTTPS_ORIGIN_CERTIFICATE_INVALID = 539
    HTTPS_REQUEST_CERTIFICATE_VERIFICATION_FAILED = HTTPS_ORIGIN_CERTIFICATE_INVALID
    HTTPS_ORIGIN_CERTIFICATE_NAME_MISMATCH = 540
    HTTPS_REQUEST_CERTIFICATE_DOMAIN_NAME_CHECK_FAILED = HTTPS_ORIGIN_CERTIFICATE_NAME_MISMATCH
    HTTPS_CONNECTION_FAILED = 562
    HTTPS_REQUEST_CONNECTION_FAILED = HTTPS_CONNECTION_FAILED
    HTTPS_CONNECTION_TIMEOUT = 563
    HTTPS_REQUEST_CONNECTION_TIMED_OUT = HTTPS_CONNECTION_TIMEOUT
    HTTPS_ORIGIN_FETCH_FAILED = 564
    HTTPS_REQUEST_ORIGIN_FETCH_FAILED = HTTPS_ORIGIN_FETCH_FAILED
    FILE_RECEIVE_TIMEOUT_AT_THE_NODE = 567
    THE_NODE_TIMED_OUT_WHILE_RECEIVING_A_FILE = FILE_RECEIVE_TIMEOUT_AT_THE_NODE
    PLATFORM_ACCESS_OVERLOAD = 614


class TineStatus(StatusEnum):
    """The status codes of tine Groupware."""

    __vendor__ = "tine"

    POLICY_NOT_FULFILLED_USER_AGENT_NOT_ACCEPTED = 420
    POLICY_NOT_FULFILLED = POLICY_NOT_FULFILLED_USER_AGENT_NOT_ACCEPTED


class TornadoStatus(StatusEnum):
    """The status codes of Tornado."""

    __vendor__ = "tornado"

    NO_HTTP_RESPONSE_RECEIVED = 599
    HTTP_599_TIMEOUT = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_WHILE_CONNECTING = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_DURING_REQUEST = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_IN_REQUEST_QUEUE = NO_HTTP_RESPONSE_RECEIVED
    STREAM_CLOSED = NO_HTTP_RESPONSE_RECEIVED
    CONNECTION_CLOSED = NO_HTTP_RESPONSE_RECEIVED


class TraefikStatus(StatusEnum):
    """The status codes of Traefik."""

    __vendor__ = "traefik"

    CLIENT_CLOSED_REQUEST = 499


class TraktStatus(StatusEnum):
    """The status codes of Trakt API."""

    __vendor__ = "trakt"

    ACCOUNT_LIMIT_EXCEEDED = 420


class TusStatus(StatusEnum):
    """The status codes of tus resumable upload protocol."""

    __vendor__ = "tus"

    CHECKSUM_MISMATCH = 460


class TwitterStatus(StatusEnum):
    """The status codes of X (Twitter)."""

    __vendor__ = "twitter"

    ENHANCE_YOUR_CALM = 420


class UnclaimedStatus(StatusEnum):
    """The status codes of Unclaimed."""

    __vendor__ = "unclaimed"

    REQUEST_URI_TOO_LONG = 122
    REQUEST_URI_TOO_LONG_IE7 = REQUEST_URI_TOO_LONG
    TRANSFORMATION_APPLIED = 214
    THIS_IS_FINE = 218
    AUTHENTICATION_TIMEOUT = 419
    INSUFFICIENT_SPACE_ON_RESOURCE = AUTHENTICATION_TIMEOUT
    PROXY_REAUTHENTICATION_REQUIRED = AUTHENTICATION_TIMEOUT
    WOULD_BLOCK = 430
    BLOCKED_BY_WINDOWS_PARENTAL_CONTROLS = 450
    NETWORK_READ_TIMEOUT_ERROR = 598
    NETWORK_READ_TIMEOUT = NETWORK_READ_TIMEOUT_ERROR
    NETWORK_CONNECT_TIMEOUT_ERROR = 599
    UNPARSEABLE_RESPONSE_HEADERS = 600


class VaultStatus(StatusEnum):
    """The status codes of HashiCorp Vault."""

    __vendor__ = "vault"

    STANDBY = 429
    DISASTER_RECOVERY_SECONDARY = 472
    PERFORMANCE_STANDBY = 473
    STANDBY_CANNOT_REACH_ACTIVE_NODE = 474
    REMOVED = 530


class YahooStatus(StatusEnum):
    """The status codes of Yahoo."""

    __vendor__ = "yahoo"

    UNABLE_TO_PROCESS_REQUEST_AT_THIS_TIME = 999
    UNABLE_TO_PROCESS_REQUEST_AT_THIS_TIME_ERROR_999 = UNABLE_TO_PROCESS_REQUEST_AT_THIS_TIME
    REQUEST_DENIED = UNABLE_TO_PROCESS_REQUEST_AT_THIS_TIME


class ZyteStatus(StatusEnum):
    """The status codes of Zyte API."""

    __vendor__ = "zyte"

    TEMPORARY_DOWNLOAD_ERROR = 520
    TEMPORARY_DOWNLOADING_ERROR = TEMPORARY_DOWNLOAD_ERROR
    DOWNLOAD_TEMPORARY_ERROR = TEMPORARY_DOWNLOAD_ERROR
    PERMANENT_DOWNLOAD_ERROR = 521
    DOWNLOAD_INTERNAL_ERROR = PERMANENT_DOWNLOAD_ERROR
