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
    "ApacheStatus",
    "ApigeeStatus",
    "ApisixStatus",
    "AppEngineStatus",
    "AspnetCoreStatus",
    "AwsAlbStatus",
    "AwsApiGatewayStatus",
    "AwsLambdaStatus",
    "AwsS3Status",
    "AwsWafStatus",
    "AzureApiManagementStatus",
    "AzureAppServiceStatus",
    "AzureApplicationGatewayStatus",
    "AzureFrontDoorStatus",
    "BinanceStatus",
    "BunnyStatus",
    "CaddyStatus",
    "CloudRunStatus",
    "CloudflareStatus",
    "CloudfrontStatus",
    "CloudinaryStatus",
    "CloudlinuxStatus",
    "CohereStatus",
    "CosmosDbStatus",
    "CpanelStatus",
    "DartStatus",
    "DeeplStatus",
    "DeepseekStatus",
    "DiscordStatus",
    "EdgeoneStatus",
    "EdgioStatus",
    "EnvoyStatus",
    "EsriStatus",
    "EveEsiStatus",
    "ExchangeStatus",
    "ExpressStatus",
    "FastlyStatus",
    "FlyStatus",
    "GeminiStatus",
    "GitLfsStatus",
    "GithubPagesStatus",
    "GithubStatus",
    "GoogleCloudLbStatus",
    "GoogleCloudStorageStatus",
    "GoogleMapsStatus",
    "GroqStatus",
    "GrpcGatewayStatus",
    "H2oStatus",
    "HaproxyStatus",
    "HerokuStatus",
    "HomekitStatus",
    "HttpStatus",
    "HttpSysStatus",
    "HttpTinyStatus",
    "HubspotStatus",
    "IisStatus",
    "IstioStatus",
    "JettyStatus",
    "KeycdnStatus",
    "KongStatus",
    "KubernetesStatus",
    "LaravelStatus",
    "LighttpdStatus",
    "LinkedinStatus",
    "MegaStatus",
    "MicrosoftGraphStatus",
    "MinioStatus",
    "ModsecurityStatus",
    "NetlifyStatus",
    "NextcloudStatus",
    "NginxStatus",
    "NimbleStatus",
    "OpenaiStatus",
    "OpenstackSwiftStatus",
    "OracleContentStatus",
    "OrdsStatus",
    "OxylabsStatus",
    "PantheonStatus",
    "ProxmoxStatus",
    "QiniuStatus",
    "RailwayStatus",
    "RenderStatus",
    "SalesforceStatus",
    "ShopifyStatus",
    "SplineStatus",
    "SpringStatus",
    "SquidStatus",
    "SslLabsStatus",
    "StripeStatus",
    "SucuriStatus",
    "SupabaseStatus",
    "TelegramStatus",
    "TencentCdnStatus",
    "TineStatus",
    "TomcatStatus",
    "TornadoStatus",
    "TraefikStatus",
    "TrafficServerStatus",
    "TraktStatus",
    "TusStatus",
    "TwitterStatus",
    "UnclaimedStatus",
    "VarnishStatus",
    "VaultStatus",
    "VercelStatus",
    "WpEngineStatus",
    "YahooStatus",
    "ZscalerStatus",
    "ZyteStatus",
]


class AkamaiStatus(StatusEnum):
    """The status codes of Akamai."""

    __vendor__ = "akamai"

    BAD_REQUEST = 400
    ACCESS_DENIED = 403
    FORBIDDEN = ACCESS_DENIED
    AKAMAIGHOST_403 = ACCESS_DENIED
    ERRORS_EDGESUITE_NET = ACCESS_DENIED
    USER_ACCESS_FORBIDDEN = 492
    UNSUPPORTED_BROWSER = 493
    REQUEST_HEADER_OR_COOKIE_TOO_LARGE = 494
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504
    GATEWAY_TIMEOUT_IN_READ = GATEWAY_TIMEOUT
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

    FORBIDDEN = 403
    X_TENGINE_ERROR = FORBIDDEN
    DENIED_BY_REQ_AUTH = FORBIDDEN
    BLOCKED_BY_WEB_APPLICATION_FIREWALL = 405
    METHOD_NOT_ALLOWED = BLOCKED_BY_WEB_APPLICATION_FIREWALL
    ERRORS_ALIYUN_COM = BLOCKED_BY_WEB_APPLICATION_FIREWALL
    LOOP_DETECTED = 508
    EDGEROUTINE_EXECUTION_REFUSED = 598
    EDGEROUTINE_UNCAUGHT_EXCEPTION = 599


class AnthropicStatus(StatusEnum):
    """The status codes of Anthropic API."""

    __vendor__ = "anthropic"

    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    CONTENT_TOO_LARGE = 413
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    GATEWAY_TIMEOUT = 504
    OVERLOADED = 529


class AnyeventHttpStatus(StatusEnum):
    """The status codes of AnyEvent::HTTP (Perl)."""

    __vendor__ = "anyevent-http"

    CONNECTION_ESTABLISHMENT_ERROR = 595
    CONNECTION_REFUSED = CONNECTION_ESTABLISHMENT_ERROR
    NO_ROUTE_TO_HOST = CONNECTION_ESTABLISHMENT_ERROR
    CONNECTION_TIMED_OUT = CONNECTION_ESTABLISHMENT_ERROR
    TLS_REQUEST_OR_HEADER_ERROR = 596
    BODY_RECEIVING_ERROR = 597
    ABORTED_BY_CALLBACK = 598
    OTHER_NONRETRYABLE_ERROR = 599
    TOO_MANY_REDIRECTIONS = OTHER_NONRETRYABLE_ERROR
    UNPARSABLE_URL = OTHER_NONRETRYABLE_ERROR
    INVALID_SERVER_RESPONSE = OTHER_NONRETRYABLE_ERROR
    GARBLED_RESPONSE_HEADERS = OTHER_NONRETRYABLE_ERROR


class ApacheStatus(StatusEnum):
    """The status codes of Apache HTTP Server."""

    __vendor__ = "apache"

    BAD_REQUEST = 400
    REQUEST_TIMEOUT = 408
    REQUEST_HEADER_READ_TIMEOUT = REQUEST_TIMEOUT
    MOD_REQTIMEOUT = REQUEST_TIMEOUT
    CONTENT_TOO_LARGE = 413
    URI_TOO_LONG = 414
    MISDIRECTED_REQUEST = 421
    INTERNAL_SERVER_ERROR = 500
    MALFORMED_HEADER_FROM_SCRIPT = INTERNAL_SERVER_ERROR
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class ApigeeStatus(StatusEnum):
    """The status codes of Apigee."""

    __vendor__ = "apigee"

    UNAUTHORIZED = 401
    INTERNAL_SERVER_ERROR = 500
    EXECUTION_OF_SERVICECALLOUT = INTERNAL_SERVER_ERROR
    BAD_GATEWAY = 502
    BODY_BUFFER_OVERFLOW = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class ApisixStatus(StatusEnum):
    """The status codes of Apache APISIX."""

    __vendor__ = "apisix"

    UNAUTHORIZED = 401
    NOT_FOUND = 404
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    NO_VALID_UPSTREAM_NODE = SERVICE_UNAVAILABLE


class AppEngineStatus(StatusEnum):
    """The status codes of Google App Engine."""

    __vendor__ = "app-engine"

    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    OVER_QUOTA = SERVICE_UNAVAILABLE


class AspnetCoreStatus(StatusEnum):
    """The status codes of ASP.NET Core."""

    __vendor__ = "aspnet-core"

    CLIENT_CLOSED_REQUEST = 499
    STATUS499CLIENTCLOSEDREQUEST = CLIENT_CLOSED_REQUEST
    INTERNAL_SERVER_ERROR = 500


class AwsAlbStatus(StatusEnum):
    """The status codes of AWS Application Load Balancer."""

    __vendor__ = "aws-alb"

    BAD_REQUEST = 400
    HTTP_400_BAD_REQUEST = BAD_REQUEST
    UNAUTHORIZED_401 = 401
    HTTP_401_UNAUTHORIZED = UNAUTHORIZED_401
    FORBIDDEN = 403
    HTTP_403_FORBIDDEN = FORBIDDEN
    METHOD_NOT_ALLOWED = 405
    REQUEST_TIMEOUT = 408
    HTTP_408_REQUEST_TIMEOUT = REQUEST_TIMEOUT
    CONTENT_TOO_LARGE = 413
    PAYLOAD_TOO_LARGE = CONTENT_TOO_LARGE
    URI_TOO_LONG = 414
    CLIENT_CLOSED_CONNECTION = 460
    TOO_MANY_X_FORWARDED_FOR_ADDRESSES = 463
    INCOMPATIBLE_PROTOCOL = 464
    INTERNAL_SERVER_ERROR = 500
    NOT_IMPLEMENTED = 501
    HTTP_501_NOT_IMPLEMENTED = NOT_IMPLEMENTED
    BAD_GATEWAY = 502
    HTTP_502_BAD_GATEWAY = BAD_GATEWAY
    HTTPCODE_ELB_502_COUNT = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    HTTP_503_SERVICE_UNAVAILABLE = SERVICE_UNAVAILABLE
    SERVICE_TEMPORARILY_UNAVAILABLE = SERVICE_UNAVAILABLE
    HTTPCODE_ELB_503_COUNT = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504
    GATEWAY_TIME_OUT = GATEWAY_TIMEOUT
    HTTPCODE_ELB_504_COUNT = GATEWAY_TIMEOUT
    HTTP_VERSION_NOT_SUPPORTED = 505
    INSUFFICIENT_STORAGE = 507
    HTTP_507_INSUFFICIENT_STORAGE = INSUFFICIENT_STORAGE
    UNAUTHORIZED_561 = 561
    JWKS_REQUEST_FAILED = 562


class AwsApiGatewayStatus(StatusEnum):
    """The status codes of Amazon API Gateway."""

    __vendor__ = "aws-api-gateway"

    UNAUTHORIZED = 401
    FORBIDDEN = 403
    MESSAGE_MISSING_AUTHENTICATION_TOKEN = FORBIDDEN
    MESSAGE_FORBIDDEN = FORBIDDEN
    NOT_FOUND = 404
    MESSAGE_NOT_FOUND = NOT_FOUND
    CONTENT_TOO_LARGE = 413
    UNSUPPORTED_MEDIA_TYPE = 415
    MESSAGE_UNSUPPORTED_MEDIA_TYPE = UNSUPPORTED_MEDIA_TYPE
    TOO_MANY_REQUESTS = 429
    MESSAGE_TOO_MANY_REQUESTS = TOO_MANY_REQUESTS
    INTERNAL_SERVER_ERROR = 500
    MESSAGE_NULL = INTERNAL_SERVER_ERROR
    BAD_GATEWAY = 502
    GATEWAY_TIMEOUT = 504


class AwsLambdaStatus(StatusEnum):
    """The status codes of AWS Lambda function URLs."""

    __vendor__ = "aws-lambda"

    TOO_MANY_REQUESTS = 429
    BAD_GATEWAY = 502
    TASK_TIMED_OUT_AFTER = BAD_GATEWAY
    RUNTIME_EXITED_WITH_ERROR = BAD_GATEWAY


class AwsS3Status(StatusEnum):
    """The status codes of Amazon S3."""

    __vendor__ = "aws-s3"

    FORBIDDEN = 403
    NOT_FOUND = 404
    SERVICE_UNAVAILABLE = 503


class AwsWafStatus(StatusEnum):
    """The status codes of AWS WAF."""

    __vendor__ = "aws-waf"

    ACCEPTED = 202
    PAYMENT_REQUIRED = 402
    PAYMENT_REQUIRED_CHALLENGE = PAYMENT_REQUIRED
    FORBIDDEN = 403
    REQUEST_BLOCKED = FORBIDDEN
    METHOD_NOT_ALLOWED = 405
    HUMAN_VERIFICATION = METHOD_NOT_ALLOWED


class AzureApiManagementStatus(StatusEnum):
    """The status codes of Azure API Management."""

    __vendor__ = "azure-api-management"

    UNAUTHORIZED = 401
    FORBIDDEN = 403
    RESOURCE_NOT_FOUND = 404
    NOT_FOUND = RESOURCE_NOT_FOUND
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    BACKENDCONNECTIONFAILURE = INTERNAL_SERVER_ERROR
    EXPRESSIONVALUEEVALUATIONFAILURE = INTERNAL_SERVER_ERROR


class AzureAppServiceStatus(StatusEnum):
    """The status codes of Azure App Service."""

    __vendor__ = "azure-app-service"

    FORBIDDEN = 403
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503


class AzureApplicationGatewayStatus(StatusEnum):
    """The status codes of Azure Application Gateway."""

    __vendor__ = "azure-application-gateway"

    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    FORBIDDEN = 403
    PAGE_NOT_FOUND = 404
    NOT_FOUND = PAGE_NOT_FOUND
    REQUEST_TIMEOUT = 408
    REQUEST_ENTITY_TOO_LARGE = 413
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    CLIENT_CLOSED_THE_CONNECTION = 499
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class AzureFrontDoorStatus(StatusEnum):
    """The status codes of Azure Front Door."""

    __vendor__ = "azure-front-door"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    THE_REQUEST_IS_BLOCKED = FORBIDDEN
    NOT_FOUND = 404
    LENGTH_REQUIRED = 411
    TOO_MANY_REQUESTS = 429
    CLIENT_CLOSED_THE_CONNECTION = 499
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class BinanceStatus(StatusEnum):
    """The status codes of Binance Spot API."""

    __vendor__ = "binance"

    IP_AUTO_BANNED = 418


class BunnyStatus(StatusEnum):
    """The status codes of bunny.net."""

    __vendor__ = "bunny"

    BAD_GATEWAY = 502
    GATEWAY_TIMEOUT = 504


class CaddyStatus(StatusEnum):
    """The status codes of Caddy."""

    __vendor__ = "caddy"

    CLIENT_CLOSED_REQUEST = 499
    BAD_GATEWAY = 502
    REVERSEPROXY_STATUSERROR = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    NO_UPSTREAMS_AVAILABLE = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504


class CloudRunStatus(StatusEnum):
    """The status codes of Google Cloud Run."""

    __vendor__ = "cloud-run"

    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class CloudflareStatus(StatusEnum):
    """The status codes of Cloudflare."""

    __vendor__ = "cloudflare"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    REQUEST_TIMEOUT = 408
    CONFLICT = 409
    PAYLOAD_TOO_LARGE = 413
    REQUEST_ENTITY_TOO_LARGE = PAYLOAD_TOO_LARGE
    CONTENT_TOO_LARGE = PAYLOAD_TOO_LARGE
    TOO_MANY_REQUESTS = 429
    CLIENT_CLOSED_REQUEST = 499
    CLIENT_CLOSE_REQUEST = CLIENT_CLOSED_REQUEST
    INTERNAL_SERVER_ERROR = 500
    ERROR_ESTABLISHING_DATABASE_CONNECTION = INTERNAL_SERVER_ERROR
    NOT_IMPLEMENTED = 501
    BAD_GATEWAY = 502
    ERROR_CODE_502 = BAD_GATEWAY
    SERVICE_TEMPORARILY_UNAVAILABLE = 503
    SERVICE_UNAVAILABLE = SERVICE_TEMPORARILY_UNAVAILABLE
    GATEWAY_TIMEOUT = 504
    GATEWAY_TIME_OUT = GATEWAY_TIMEOUT
    ERROR_CODE_504 = GATEWAY_TIMEOUT
    WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR = 520
    UNKNOWN_ERROR = WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR
    ERROR_CODE_520 = WEB_SERVER_RETURNS_AN_UNKNOWN_ERROR
    WEB_SERVER_IS_DOWN = 521
    WEB_SERVER_DOWN = WEB_SERVER_IS_DOWN
    ERROR_CODE_521 = WEB_SERVER_IS_DOWN
    CONNECTION_TIMED_OUT = 522
    CONNECTION_TIMEOUT = CONNECTION_TIMED_OUT
    ERROR_CODE_522 = CONNECTION_TIMED_OUT
    ORIGIN_IS_UNREACHABLE = 523
    ORIGIN_UNREACHABLE = ORIGIN_IS_UNREACHABLE
    ERROR_CODE_523 = ORIGIN_IS_UNREACHABLE
    A_TIMEOUT_OCCURRED = 524
    TIMEOUT_OCCURRED = A_TIMEOUT_OCCURRED
    ERROR_CODE_524 = A_TIMEOUT_OCCURRED
    SSL_HANDSHAKE_FAILED = 525
    TLS_HANDSHAKE_FAILED = SSL_HANDSHAKE_FAILED
    ERROR_CODE_525 = SSL_HANDSHAKE_FAILED
    INVALID_SSL_CERTIFICATE = 526
    INVALID_TLS_CERTIFICATE = INVALID_SSL_CERTIFICATE
    ERROR_CODE_526 = INVALID_SSL_CERTIFICATE
    RAILGUN_LISTENER_TO_ORIGIN = 527
    RAILGUN_ERROR = RAILGUN_LISTENER_TO_ORIGIN
    UNABLE_TO_RESOLVE_ORIGIN_HOSTNAME = 530


class CloudfrontStatus(StatusEnum):
    """The status codes of Amazon CloudFront."""

    __vendor__ = "cloudfront"

    BAD_REQUEST = 400
    INVALIDDEFAULTROOTOBJECT = BAD_REQUEST
    AUTHORIZATIONHEADERMALFORMED = BAD_REQUEST
    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    PRECONDITION_FAILED = 412
    URI_TOO_LONG = 414
    REQUEST_URI_TOO_LARGE = URI_TOO_LONG
    MISDIRECTED_REQUEST = 421
    DOMAIN_FRONTING = MISDIRECTED_REQUEST
    REQUEST_HEADER_TOO_LARGE = 494
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504
    GATEWAY_TIME_OUT = GATEWAY_TIMEOUT


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

    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    PAYMENT_REQUIRED = 402
    NOT_FOUND = 404
    MODEL_XYZ_NOT_FOUND = NOT_FOUND
    TOO_MANY_REQUESTS = 429
    INVALID_TOKEN = 498
    UNSAFE_REQUEST = INVALID_TOKEN
    REQUEST_CANCELLED = 499


class CosmosDbStatus(StatusEnum):
    """The status codes of Azure Cosmos DB."""

    __vendor__ = "cosmos-db"

    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    REQUEST_TIMED_OUT = 408
    REQUEST_TIMEOUT = REQUEST_TIMED_OUT
    CONFLICT = 409
    GONE = 410
    GONEEXCEPTION = GONE
    PRECONDITION_FAILED = 412
    PRECONDITION_FAILURE = PRECONDITION_FAILED
    REQUEST_ENTITY_TOO_LARGE = 413
    ENTITY_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    LOCKED = 423
    FAILED_DEPENDENCY = 424
    TOO_MANY_REQUESTS = 429
    TOOMANYREQUESTS = TOO_MANY_REQUESTS
    RETRY_WITH = 449
    RETRYWITH = RETRY_WITH
    TRANSACTION_ABORTED = 452
    OPERATION_ROLLED_BACK = 453
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    SERVICEUNAVAILABLE = SERVICE_UNAVAILABLE


class CpanelStatus(StatusEnum):
    """The status codes of cPanel."""

    __vendor__ = "cpanel"

    BANDWIDTH_LIMIT_EXCEEDED = 509


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
    UNEXPECTED_STATUS_CODE_529 = TOO_MANY_REQUESTS


class DeepseekStatus(StatusEnum):
    """The status codes of DeepSeek API."""

    __vendor__ = "deepseek"

    INVALID_FORMAT = 400
    BAD_REQUEST = INVALID_FORMAT
    AUTHENTICATION_FAILS = 401
    UNAUTHORIZED = AUTHENTICATION_FAILS
    INSUFFICIENT_BALANCE = 402
    PAYMENT_REQUIRED = INSUFFICIENT_BALANCE
    INVALID_PARAMETERS = 422
    UNPROCESSABLE_ENTITY = INVALID_PARAMETERS
    RATE_LIMIT_REACHED = 429
    TOO_MANY_REQUESTS = RATE_LIMIT_REACHED
    SERVER_ERROR = 500
    INTERNAL_SERVER_ERROR = SERVER_ERROR
    SERVER_OVERLOADED = 503
    SERVICE_UNAVAILABLE = SERVER_OVERLOADED


class DiscordStatus(StatusEnum):
    """The status codes of Discord."""

    __vendor__ = "discord"

    FORBIDDEN = 403
    DISCORDAPIERROR_MISSING_PERMISSIONS = FORBIDDEN
    TOO_MANY_REQUESTS = 429
    X_RATELIMIT_SCOPE = TOO_MANY_REQUESTS


class EdgeoneStatus(StatusEnum):
    """The status codes of Tencent EdgeOne."""

    __vendor__ = "edgeone"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    RANGE_NOT_SATISFIABLE = 416
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
    BLOCKED_BY_CUSTOM_RULE_RATE_LIMIT_OR_BOT_MANAGEMENT = 567


class EdgioStatus(StatusEnum):
    """The status codes of Edgio (retired)."""

    __vendor__ = "edgio"

    BAD_REQUEST = 400
    PRECONDITION_FAILED = 412
    BAD_GATEWAY = 502
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
    EDGIO_ORIGIN_SHIELD_POP_DNS_RESOLUTION_ERROR = 548
    PROJECT_CRASHED = 549


class EnvoyStatus(StatusEnum):
    """The status codes of Envoy."""

    __vendor__ = "envoy"

    NOT_FOUND = 404
    UPGRADE_REQUIRED = 426
    REQUEST_HEADER_FIELDS_TOO_LARGE = 431
    BAD_GATEWAY = 502
    RESET_REASON_PROTOCOL_ERROR = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504
    STREAM_TIMEOUT = GATEWAY_TIMEOUT


class EsriStatus(StatusEnum):
    """The status codes of Esri ArcGIS."""

    __vendor__ = "esri"

    INVALID_TOKEN = 498
    TOKEN_INVALID = INVALID_TOKEN
    EXPIRED_TOKEN = INVALID_TOKEN
    REFRESH_TOKEN_EXPIRED = INVALID_TOKEN
    TOKEN_REQUIRED = 499
    TOKEN_NOT_FOUND = TOKEN_REQUIRED


class EveEsiStatus(StatusEnum):
    """The status codes of EVE Online ESI."""

    __vendor__ = "eve-esi"

    ERROR_LIMITED = 420


class ExchangeStatus(StatusEnum):
    """The status codes of Microsoft Exchange (OWA, ActiveSync, WebDAV)."""

    __vendor__ = "exchange"

    FORBIDDEN = 403
    LOGIN_TIMEOUT = 440
    LOGIN_TIME_OUT = LOGIN_TIMEOUT
    RETRY_WITH = 449
    REPLY_WITH = RETRY_WITH
    NEED_PROVISIONING = RETRY_WITH
    HTTP_STATUS_RETRY_WITH = RETRY_WITH
    REDIRECT = 451
    BLOCKED = 456
    EXPIRED_PASSWORD = 457
    SERVICE_UNAVAILABLE = 503


class ExpressStatus(StatusEnum):
    """The status codes of Express."""

    __vendor__ = "express"

    NOT_FOUND = 404
    CANNOT_GET = NOT_FOUND
    CANNOT_POST = NOT_FOUND
    CONTENT_TOO_LARGE = 413
    REQUEST_ENTITY_TOO_LARGE = CONTENT_TOO_LARGE
    ENTITY_TOO_LARGE = CONTENT_TOO_LARGE


class FastlyStatus(StatusEnum):
    """The status codes of Fastly."""

    __vendor__ = "fastly"

    DOMAIN_NOT_FOUND = 500
    SERVICE_UNAVAILABLE = 503
    ERROR_54113 = SERVICE_UNAVAILABLE
    GURU_MEDIATION = SERVICE_UNAVAILABLE
    VARNISH_CACHE_SERVER = SERVICE_UNAVAILABLE
    ERROR_DELIVERED_UNMODIFIED = 550


class FlyStatus(StatusEnum):
    """The status codes of Fly.io."""

    __vendor__ = "fly"

    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503


class GeminiStatus(StatusEnum):
    """The status codes of Google Gemini API."""

    __vendor__ = "gemini"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    NOT_FOUND = 404
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class GitLfsStatus(StatusEnum):
    """The status codes of Git LFS."""

    __vendor__ = "git-lfs"

    BANDWIDTH_LIMIT_EXCEEDED = 509


class GithubPagesStatus(StatusEnum):
    """The status codes of GitHub Pages."""

    __vendor__ = "github-pages"

    NOT_FOUND = 404


class GithubStatus(StatusEnum):
    """The status codes of GitHub API."""

    __vendor__ = "github"

    FORBIDDEN = 403
    SECONDARY_RATE_LIMIT = FORBIDDEN
    RATE_LIMIT_EXCEEDED = FORBIDDEN
    NOT_FOUND = 404
    MESSAGE_NOT_FOUND = NOT_FOUND
    UNPROCESSABLE_ENTITY = 422
    UNPROCESSABLE_CONTENT = UNPROCESSABLE_ENTITY
    TOO_MANY_REQUESTS = 429


class GoogleCloudLbStatus(StatusEnum):
    """The status codes of Google Cloud Load Balancing."""

    __vendor__ = "google-cloud-lb"

    BAD_REQUEST = 400
    NOT_FOUND = 404
    REQUEST_TIMEOUT = 408
    CONTENT_TOO_LARGE = 413
    REQUEST_ENTITY_TOO_LARGE = CONTENT_TOO_LARGE
    TOO_MANY_REQUESTS = 429
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503


class GoogleCloudStorageStatus(StatusEnum):
    """The status codes of Google Cloud Storage."""

    __vendor__ = "google-cloud-storage"

    RESUME_INCOMPLETE = 308
    GONE = 410
    CLIENT_CLOSED_REQUEST = 499


class GoogleMapsStatus(StatusEnum):
    """The status codes of Google Maps API v2 (retired geocoder)."""

    __vendor__ = "google-maps"

    G_GEO_TOO_MANY_QUERIES = 620
    TOO_MANY_QUERIES = G_GEO_TOO_MANY_QUERIES


class GroqStatus(StatusEnum):
    """The status codes of Groq API."""

    __vendor__ = "groq"

    REQUEST_ENTITY_TOO_LARGE = 413
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    UNPROCESSABLE_ENTITY = 422
    FAILED_DEPENDENCY = 424
    TOO_MANY_REQUESTS = 429
    FLEX_TIER_CAPACITY_EXCEEDED = 498
    REQUEST_CANCELLED = 499


class GrpcGatewayStatus(StatusEnum):
    """The status codes of grpc-gateway."""

    __vendor__ = "grpc-gateway"

    CLIENT_CLOSED_REQUEST = 499


class H2oStatus(StatusEnum):
    """The status codes of H2O."""

    __vendor__ = "h2o"

    GATEWAY_ERROR = 502


class HaproxyStatus(StatusEnum):
    """The status codes of HAProxy."""

    __vendor__ = "haproxy"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    REQUEST_TIMEOUT = 408
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    HAS_NO_SERVER_AVAILABLE = SERVICE_UNAVAILABLE
    REASON_LAYER4_CONNECTION_PROBLEM = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504


class HerokuStatus(StatusEnum):
    """The status codes of Heroku."""

    __vendor__ = "heroku"

    CLIENT_REQUEST_INTERRUPTED = 499
    SERVICE_UNAVAILABLE = 503
    APPLICATION_ERROR = SERVICE_UNAVAILABLE


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


class HttpSysStatus(StatusEnum):
    """The status codes of HTTP.sys."""

    __vendor__ = "http-sys"

    BAD_REQUEST = 400
    SERVICE_UNAVAILABLE = 503


class HttpTinyStatus(StatusEnum):
    """The status codes of HTTP::Tiny (Perl)."""

    __vendor__ = "http-tiny"

    INTERNAL_EXCEPTION = 599


class HubspotStatus(StatusEnum):
    """The status codes of HubSpot API."""

    __vendor__ = "hubspot"

    MIGRATION_IN_PROGRESS = 477


class IisStatus(StatusEnum):
    """The status codes of Microsoft IIS."""

    __vendor__ = "iis"

    BAD_REQUEST = 400
    ACCESS_DENIED = 401
    UNAUTHORIZED = ACCESS_DENIED
    FORBIDDEN = 403
    FORBIDDEN_ACCESS_IS_DENIED = FORBIDDEN
    NOT_FOUND = 404
    METHOD_NOT_ALLOWED = 405
    CLIENT_BROWSER_DOESNT_ACCEPT_THE_MIME_TYPE_OF_THE_REQUESTED_PAGE = 406
    NOT_ACCEPTABLE = CLIENT_BROWSER_DOESNT_ACCEPT_THE_MIME_TYPE_OF_THE_REQUESTED_PAGE
    PRECONDITION_FAILED = 412
    REQUEST_ENTITY_TOO_LARGE = 413
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    INTERNAL_SERVER_ERROR = 500
    HEADER_VALUES_SPECIFY_A_CONFIGURATION_THAT_IS_NOT_IMPLEMENTED = 501
    NOT_IMPLEMENTED = HEADER_VALUES_SPECIFY_A_CONFIGURATION_THAT_IS_NOT_IMPLEMENTED
    WEB_SERVER_RECEIVED_AN_INVALID_RESPONSE_WHILE_ACTING_AS_A_GATEWAY_OR_PROXY = 502
    BAD_GATEWAY = WEB_SERVER_RECEIVED_AN_INVALID_RESPONSE_WHILE_ACTING_AS_A_GATEWAY_OR_PROXY
    SERVICE_UNAVAILABLE = 503


class IstioStatus(StatusEnum):
    """The status codes of Istio."""

    __vendor__ = "istio"

    NOT_FOUND = 404
    UPGRADE_REQUIRED = 426
    SERVICE_UNAVAILABLE = 503


class JettyStatus(StatusEnum):
    """The status codes of Eclipse Jetty."""

    __vendor__ = "jetty"

    TOO_MANY_REQUESTS = 429
    DOS_ALERT_REQUEST_REJECTED = TOO_MANY_REQUESTS
    SERVICE_UNAVAILABLE = 503


class KeycdnStatus(StatusEnum):
    """The status codes of KeyCDN."""

    __vendor__ = "keycdn"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    METHOD_NOT_ALLOWED = 405
    GONE = 410
    ORIGIN_ERROR = 500


class KongStatus(StatusEnum):
    """The status codes of Kong Gateway."""

    __vendor__ = "kong"

    NOT_FOUND = 404
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class KubernetesStatus(StatusEnum):
    """The status codes of Kubernetes API server."""

    __vendor__ = "kubernetes"

    CONFLICT = 409
    GONE = 410
    UNPROCESSABLE_ENTITY = 422
    UNPROCESSABLE_CONTENT = UNPROCESSABLE_ENTITY
    TOO_MANY_REQUESTS = 429


class LaravelStatus(StatusEnum):
    """The status codes of Laravel."""

    __vendor__ = "laravel"

    PAGE_EXPIRED = 419
    CSRF_TOKEN_MISMATCH = PAGE_EXPIRED
    TOKENMISMATCHEXCEPTION = PAGE_EXPIRED
    UNKNOWN_STATUS = PAGE_EXPIRED


class LighttpdStatus(StatusEnum):
    """The status codes of lighttpd."""

    __vendor__ = "lighttpd"

    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


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

    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    PAYMENT_REQUIRED = 402
    FORBIDDEN = 403
    FORBIDDEN_ERROR_INSUFFICIENT_CLAIMS = FORBIDDEN
    INSUFFICIENT_CLAIMS = FORBIDDEN
    NOT_FOUND = 404
    CONFLICT = 409
    UPLOAD_NAME_CONFLICT = CONFLICT
    GONE = 410
    PRECONDITION_FAILED = 412
    REQUEST_ENTITY_TOO_LARGE = 413
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    REQUESTED_RANGE_NOT_SATISFIABLE = 416
    RANGE_NOT_SATISFIABLE = REQUESTED_RANGE_NOT_SATISFIABLE
    LOCKED = 423
    TOO_MANY_REQUESTS = 429
    SERVICE_UNAVAILABLE = 503
    INSUFFICIENT_STORAGE = 507
    BANDWIDTH_LIMIT_EXCEEDED = 509


class MinioStatus(StatusEnum):
    """The status codes of MinIO."""

    __vendor__ = "minio"

    CLIENT_DISCONNECTED = 499
    CLIENTDISCONNECTED = CLIENT_DISCONNECTED


class ModsecurityStatus(StatusEnum):
    """The status codes of ModSecurity."""

    __vendor__ = "modsecurity"

    BAD_REQUEST = 400
    FORBIDDEN = 403
    MOD_SECURITY_403 = FORBIDDEN
    REQUEST_ENTITY_TOO_LARGE = 413
    CONTENT_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    PAYLOAD_TOO_LARGE = REQUEST_ENTITY_TOO_LARGE
    INTERNAL_SERVER_ERROR = 500


class NetlifyStatus(StatusEnum):
    """The status codes of Netlify."""

    __vendor__ = "netlify"

    NOT_FOUND = 404
    PAGE_NOT_FOUND = NOT_FOUND
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    THIS_FUNCTION_HAS_CRASHED = INTERNAL_SERVER_ERROR
    BAD_GATEWAY = 502


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

    BAD_REQUEST = 400
    CLIENT_SENT_INVALID_REQUEST = BAD_REQUEST
    CLIENT_SENT_INVALID_HEADER = BAD_REQUEST
    FORBIDDEN = 403
    ACCESS_FORBIDDEN_BY_RULE = FORBIDDEN
    FAILED_13_PERMISSION_DENIED = FORBIDDEN
    METHOD_NOT_ALLOWED = 405
    REQUEST_TIMEOUT = 408
    CLIENT_TIMED_OUT = REQUEST_TIMEOUT
    CONTENT_TOO_LARGE = 413
    URI_TOO_LONG = 414
    MISDIRECTED_REQUEST = 421
    CONNECTION_CLOSED_WITHOUT_RESPONSE = 444
    NO_RESPONSE = CONNECTION_CLOSED_WITHOUT_RESPONSE
    REQUEST_HEADER_OR_COOKIE_TOO_LARGE = 494
    REQUEST_HEADER_TOO_LARGE = REQUEST_HEADER_OR_COOKIE_TOO_LARGE
    SSL_CERTIFICATE_ERROR = 495
    THE_SSL_CERTIFICATE_ERROR = SSL_CERTIFICATE_ERROR
    NO_REQUIRED_SSL_CERTIFICATE_WAS_SENT = 496
    SSL_CERTIFICATE_REQUIRED = NO_REQUIRED_SSL_CERTIFICATE_WAS_SENT
    PLAIN_HTTP_REQUEST_WAS_SENT_TO_HTTPS_PORT = 497
    INVALID_HOST_NAME = 498
    CLIENT_CLOSED_REQUEST = 499
    CLIENT_HAS_CLOSED_CONNECTION = CLIENT_CLOSED_REQUEST
    INTERNAL_SERVER_ERROR = 500
    AUTH_REQUEST_UNEXPECTED_STATUS = INTERNAL_SERVER_ERROR
    BAD_GATEWAY = 502
    COULD_NOT_BE_RESOLVED = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    LIMITING_REQUESTS_EXCESS = SERVICE_UNAVAILABLE
    LIMITING_CONNECTIONS_BY_ZONE = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504


class NimbleStatus(StatusEnum):
    """The status codes of Nimble IP."""

    __vendor__ = "nimble"

    CONNECT_TIMEOUT = 522
    NO_IP_FOUND = 525


class OpenaiStatus(StatusEnum):
    """The status codes of OpenAI API."""

    __vendor__ = "openai"

    UNAUTHORIZED = 401
    INVALID_AUTHENTICATION = UNAUTHORIZED
    IP_NOT_AUTHORIZED = UNAUTHORIZED
    FORBIDDEN = 403
    TOO_MANY_REQUESTS = 429
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    MODEL_TEMPORARILY_OVERLOADED = SERVICE_UNAVAILABLE


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

    FORBIDDEN = 403
    UNKNOWN_SITE = 404
    NOT_FOUND = UNKNOWN_SITE
    THE_HOSTNAME_IS_UNKNOWN = UNKNOWN_SITE
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504
    TARGET_NOT_RESPONDING = GATEWAY_TIMEOUT
    SITE_FROZEN = 530
    SITE_IS_FROZEN = SITE_FROZEN
    APPLICATION_REQUESTS_A_RETRY = 560
    NO_SITE_DETECTED = 561


class ProxmoxStatus(StatusEnum):
    """The status codes of Proxmox VE."""

    __vendor__ = "proxmox"

    CONNECTION_ESTABLISHMENT_ERROR = 595
    TLS_REQUEST_OR_HEADER_ERROR = 596
    CONNECTION_ERROR_596 = TLS_REQUEST_OR_HEADER_ERROR
    BODY_RECEIVING_ERROR = 597
    TOO_MANY_REDIRECTIONS = 599


class QiniuStatus(StatusEnum):
    """The status codes of Qiniu Kodo."""

    __vendor__ = "qiniu"

    PARTIALLY_SUCCESSFUL = 298
    ACCOUNT_FROZEN = 419
    MIRROR_FETCH_FAILED = 478
    SINGLE_RESOURCE_ACCESSED_TOO_OFTEN = 573
    UPLOADED_CALLBACK_FAILED = 579
    UPLOAD_CALLBACK_FAILED = UPLOADED_CALLBACK_FAILED
    SERVER_OPERATION_FAILED = 599
    CONTENT_MODIFIED = 608
    RESOURCE_DOES_NOT_EXIST = 612
    TARGET_EXISTS = 614
    BUCKET_LIMIT_REACHED = 630
    BUCKET_DOES_NOT_EXIST = 631
    INVALID_MARKER = 640
    RESUMABLE_UPLOAD_CONTEXT_EXPIRED = 701
    INVALIDCTX = RESUMABLE_UPLOAD_CONTEXT_EXPIRED


class RailwayStatus(StatusEnum):
    """The status codes of Railway."""

    __vendor__ = "railway"

    NOT_FOUND = 404
    BAD_GATEWAY = 502
    RAILWAY_PROXY_ERROR = 544


class RenderStatus(StatusEnum):
    """The status codes of Render."""

    __vendor__ = "render"

    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503


class SalesforceStatus(StatusEnum):
    """The status codes of Salesforce."""

    __vendor__ = "salesforce"

    BAD_REQUEST = 400
    SALESFORCEMALFORMEDREQUEST = BAD_REQUEST
    UNAUTHORIZED = 401
    SALESFORCEEXPIREDSESSION = UNAUTHORIZED
    FORBIDDEN = 403
    SALESFORCEREFUSEDREQUEST = FORBIDDEN
    NOT_FOUND = 404
    SALESFORCERESOURCENOTFOUND = NOT_FOUND


class ShopifyStatus(StatusEnum):
    """The status codes of Shopify."""

    __vendor__ = "shopify"

    BAD_REQUEST = 400
    PAYMENT_REQUIRED = 402
    FORBIDDEN = 403
    STORE_LOCKED = 420
    LOCKED_STORE = STORE_LOCKED
    UNPROCESSABLE_ENTITY = 422
    UNPROCESSABLE_CONTENT = UNPROCESSABLE_ENTITY
    LOCKED = 423
    TOO_MANY_REQUESTS = 429
    SHOPIFY_SECURITY_REJECTION = 430
    SECURITY_REJECTION = SHOPIFY_SECURITY_REJECTION
    NOT_IMPLEMENTED = 501
    GATEWAY_TIMEOUT = 504
    ORIGIN_DNS_ERROR = 530
    TEMPORARILY_DISABLED = 540
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
    METHOD_NOT_ALLOWED = 405
    HTTPREQUESTMETHODNOTSUPPORTEDEXCEPTION = METHOD_NOT_ALLOWED
    UNSUPPORTED_MEDIA_TYPE = 415
    HTTPMEDIATYPENOTSUPPORTEDEXCEPTION = UNSUPPORTED_MEDIA_TYPE
    INSUFFICIENT_SPACE_ON_RESOURCE = 419
    METHOD_FAILURE = 420
    DESTINATION_LOCKED = 421
    SERVICE_UNAVAILABLE = 503
    ASYNCREQUESTTIMEOUTEXCEPTION = SERVICE_UNAVAILABLE
    BANDWIDTH_LIMIT_EXCEEDED = 509


class SquidStatus(StatusEnum):
    """The status codes of Squid."""

    __vendor__ = "squid"

    FORBIDDEN = 403
    TCP_DENIED_403 = FORBIDDEN
    PROXY_AUTHENTICATION_REQUIRED = 407
    TCP_DENIED_407 = PROXY_AUTHENTICATION_REQUIRED
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    TCP_MISS_503 = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504
    TCP_MISS_504 = GATEWAY_TIMEOUT
    INVALID_HEADER = 600
    HTTP_INVALID_HEADER = INVALID_HEADER
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


class StripeStatus(StatusEnum):
    """The status codes of Stripe."""

    __vendor__ = "stripe"

    BAD_REQUEST = 400
    INVALIDREQUESTERROR = BAD_REQUEST
    STRIPEINVALIDREQUESTERROR = BAD_REQUEST
    REQUEST_FAILED = 402
    PAYMENT_REQUIRED = REQUEST_FAILED
    CONFLICT = 409
    EXTERNAL_DEPENDENCY_FAILED = 424
    FAILED_DEPENDENCY = EXTERNAL_DEPENDENCY_FAILED
    TOO_MANY_REQUESTS = 429
    RATELIMITERROR = TOO_MANY_REQUESTS
    STRIPERATELIMITERROR = TOO_MANY_REQUESTS


class SucuriStatus(StatusEnum):
    """The status codes of Sucuri."""

    __vendor__ = "sucuri"

    ACCESS_DENIED = 403
    GODADDY_SECURITY_ACCESS_DENIED = ACCESS_DENIED
    X_SUCURI_BLOCK = ACCESS_DENIED
    FORBIDDEN = ACCESS_DENIED


class SupabaseStatus(StatusEnum):
    """The status codes of Supabase."""

    __vendor__ = "supabase"

    PAYMENT_REQUIRED = 402
    SERVICE_RESTRICTION = PAYMENT_REQUIRED
    EXCEED_EGRESS_QUOTA = PAYMENT_REQUIRED
    EXCEED_DB_SIZE_QUOTA = PAYMENT_REQUIRED
    OVERDUE_PAYMENT = PAYMENT_REQUIRED
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504
    PROJECT_PAUSED = 540
    PROJECT_API_GATEWAY_TIMEOUT = 544
    DATABASETIMEOUT = PROJECT_API_GATEWAY_TIMEOUT
    EDGE_FUNCTIONS_RESOURCE_LIMIT = 546
    RESOURCE_LIMIT = EDGE_FUNCTIONS_RESOURCE_LIMIT


class TelegramStatus(StatusEnum):
    """The status codes of Telegram APIs."""

    __vendor__ = "telegram"

    CONFLICT = 409
    FLOOD = 420
    FLOOD_WAIT_X = FLOOD
    FLOODWAITERROR = FLOOD
    SLOWMODE_WAIT_X = FLOOD
    FLOOD_PREMIUM_WAIT_X = FLOOD


class TencentCdnStatus(StatusEnum):
    """The status codes of Tencent Cloud CDN."""

    __vendor__ = "tencent-cdn"

    REQUEST_REJECTED = 403
    FORBIDDEN = REQUEST_REJECTED
    CONTENT_LENGTH_EXCEEDS_THE_LIMIT = 413
    CONTENT_TOO_LARGE = CONTENT_LENGTH_EXCEEDS_THE_LIMIT
    PAYLOAD_TOO_LARGE = CONTENT_LENGTH_EXCEEDS_THE_LIMIT
    REQUEST_ENTITY_TOO_LARGE = CONTENT_LENGTH_EXCEEDS_THE_LIMIT
    URL_LENGTH_EXCEEDS_THE_LIMIT = 414
    URI_TOO_LONG = URL_LENGTH_EXCEEDS_THE_LIMIT
    LOOPING_REQUEST = 423
    LOOPBACK_REQUEST = LOOPING_REQUEST
    CLIENT_CLOSED_CONNECTION = 499
    COS_FREQUENCY_CONTROL_TRIGGERED = 503
    SERVICE_UNAVAILABLE = COS_FREQUENCY_CONTROL_TRIGGERED
    BLOCKED_DUE_TO_CC_ATTACK = 509
    IP_ACCESS_LIMIT_EXCEEDED = 514
    PLATFORM_OVERLOAD = 524
    HTTPS_ORIGIN_DNS_ERROR = 531
    HTTPS_ORIGIN_CONNECTION_FAILED = 532
    HTTPS_ORIGIN_CONNECTION_TIMEOUT = 533
    HTTPS_ORIGIN_DATA_TIMEOUT = 537
    HTTPS_ORIGIN_SSL_HANDSHAKE_FAILED = 538
    HTTPS_ORIGIN_CERTIFICATE_INVALID = 539
    HTTPS_ORIGIN_CERTIFICATE_NAME_MISMATCH = 540
    HTTPS_CONNECTION_FAILED = 562
    HTTPS_REQUEST_CONNECTION_FAILED = HTTPS_CONNECTION_FAILED
    HTTPS_CONNECTION_TIMEOUT = 563
    HTTPS_ORIGIN_FETCH_FAILED = 564
    WAF_BLOCK_OR_AUTOMATIC_ANTI_ABUSE_BLOCK = 566
    FILE_RECEIVE_TIMEOUT_AT_THE_NODE = 567
    PLATFORM_ACCESS_OVERLOAD = 614


class TineStatus(StatusEnum):
    """The status codes of tine Groupware."""

    __vendor__ = "tine"

    POLICY_NOT_FULFILLED_USER_AGENT_NOT_ACCEPTED = 420
    POLICY_NOT_FULFILLED = POLICY_NOT_FULFILLED_USER_AGENT_NOT_ACCEPTED


class TomcatStatus(StatusEnum):
    """The status codes of Apache Tomcat."""

    __vendor__ = "tomcat"

    BAD_REQUEST = 400
    CONTENT_TOO_LARGE = 413
    SERVICE_UNAVAILABLE = 503
    IS_CURRENTLY_UNAVAILABLE = SERVICE_UNAVAILABLE


class TornadoStatus(StatusEnum):
    """The status codes of Tornado."""

    __vendor__ = "tornado"

    NO_HTTP_RESPONSE_RECEIVED = 599
    HTTP_599_TIMEOUT = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_WHILE_RESOLVING = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_WHILE_CONNECTING = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_DURING_REQUEST = NO_HTTP_RESPONSE_RECEIVED
    TIMEOUT_IN_REQUEST_QUEUE = NO_HTTP_RESPONSE_RECEIVED
    STREAM_CLOSED = NO_HTTP_RESPONSE_RECEIVED
    CONNECTION_CLOSED = NO_HTTP_RESPONSE_RECEIVED


class TraefikStatus(StatusEnum):
    """The status codes of Traefik."""

    __vendor__ = "traefik"

    NOT_FOUND = 404
    CLIENT_CLOSED_REQUEST = 499
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class TrafficServerStatus(StatusEnum):
    """The status codes of Apache Traffic Server."""

    __vendor__ = "traffic-server"

    NOT_FOUND = 404
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    ERR_CONNECT_FAIL_502 = BAD_GATEWAY
    SERVICE_UNAVAILABLE = 503
    WEBSOCKET_CONNECTION_LIMIT_EXCEEDED = SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = 504


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


class VarnishStatus(StatusEnum):
    """The status codes of Varnish."""

    __vendor__ = "varnish"

    BAD_REQUEST = 400
    ERROR_400_BAD_REQUEST = BAD_REQUEST
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    ERROR_503_SERVICE_UNAVAILABLE = SERVICE_UNAVAILABLE
    GURU_MEDITATION = SERVICE_UNAVAILABLE
    VARNISH_CACHE_SERVER = SERVICE_UNAVAILABLE
    FETCHERROR_NO_BACKEND_CONNECTION = SERVICE_UNAVAILABLE
    INVALID_OBJECT_FOR_REFRESH = SERVICE_UNAVAILABLE
    UNEXPECTED_304 = SERVICE_UNAVAILABLE


class VaultStatus(StatusEnum):
    """The status codes of HashiCorp Vault."""

    __vendor__ = "vault"

    STANDBY = 429
    DISASTER_RECOVERY_SECONDARY = 472
    PERFORMANCE_STANDBY = 473
    STANDBY_CANNOT_REACH_ACTIVE_NODE = 474
    REMOVED = 530


class VercelStatus(StatusEnum):
    """The status codes of Vercel."""

    __vendor__ = "vercel"

    NOT_FOUND = 404
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


class WpEngineStatus(StatusEnum):
    """The status codes of WP Engine."""

    __vendor__ = "wp-engine"

    BAD_GATEWAY = 502
    GATEWAY_TIMEOUT = 504


class YahooStatus(StatusEnum):
    """The status codes of Yahoo."""

    __vendor__ = "yahoo"

    UNABLE_TO_PROCESS_REQUEST_AT_THIS_TIME = 999


class ZscalerStatus(StatusEnum):
    """The status codes of Zscaler."""

    __vendor__ = "zscaler"

    FORBIDDEN = 403
    INTERNET_SECURITY_BY_ZSCALER = FORBIDDEN
    CONFLICT = 409
    EDIT_LOCK_NOT_AVAILABLE = CONFLICT


class ZyteStatus(StatusEnum):
    """The status codes of Zyte API."""

    __vendor__ = "zyte"

    TEMPORARY_DOWNLOAD_ERROR = 520
    TEMPORARY_DOWNLOADING_ERROR = TEMPORARY_DOWNLOAD_ERROR
    DOWNLOAD_TEMPORARY_ERROR = TEMPORARY_DOWNLOAD_ERROR
    PERMANENT_DOWNLOAD_ERROR = 521
    DOWNLOAD_INTERNAL_ERROR = PERMANENT_DOWNLOAD_ERROR
