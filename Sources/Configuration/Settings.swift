public import Base
public import Foundation

/// The one table of all variables. `docs/configuration.md` and `.env.example` are printed from it, and `Configuration` is checked against it.
///
/// A new variable is one line here: `configuration.itsName` then has its value.
public struct Settings: Sendable {
    // General
    public let environment = Setting(
        "ENVIRONMENT", Kind<Deployment>.choice, default: "development", .general,
        "`production` refuses to start with missing or weak secrets, a wildcard origin or plain HTTP beyond loopback.")
    public let home = Setting(
        "JARVIS_HOME", .path, default: "~/.local/share/jarvis", .general,
        "The data folder: database, secrets made on first start, session of the command line. Set in the environment only.")
    public let language = Setting(
        "JARVIS_LANGUAGE", Kind<Language>.choice, default: "fr", .general,
        "The language of answers when it cannot be told from what was said, and of the command line (which goes by LANG when this is not set).")
    public let timeZone = Setting("JARVIS_TIME_ZONE", .timeZone, default: "system", .general, "The time zone in which \"at nine\" is meant.")
    public let shutdownGrace = Setting(
        "JARVIS_SHUTDOWN_SECONDS", .time(.seconds, atMost: 600), default: "10", .general,
        "How long each service may take to finish what is in flight when Jarvis stops.")

    // Addresses and ports
    public let host = Setting("JARVIS_HOST", .host, default: "127.0.0.1", .listening, "The address all services listen on; `0.0.0.0` for every interface.")
    public let backendPort = Setting("BACKEND_PORT", .port, default: "8000", .listening, "The port of the backend.")
    public let interfacePort = Setting("INTERFACE_PORT", .port, default: "3000", .listening, "The port of the web interface.")
    public let sttPort = Setting("STT_API_PORT", .port, default: "8003", .listening, "The port of the speech to text service.")
    public let ttsPort = Setting("TTS_API_PORT", .port, default: "8002", .listening, "The port of the text to speech service.")
    public let backendURL = Setting(
        "JARVIS_BACKEND_URL", optional: .url("http", "https"), otherwise: "the backend of this process", .listening,
        "Where a web interface that runs by itself finds the backend.")
    public let webRoot = Setting(
        "JARVIS_WEB_ROOT", optional: .path, otherwise: "the `web` folder beside the program", .listening, "The folder of the built web interface.")
    public let corsOrigins = Setting(
        "CORS_ORIGINS", .origins, default: "http://localhost:3000,http://127.0.0.1:3000", .listening, "Origins whose pages may call the backend from a browser."
    )
    public let allowedHosts = Setting(
        "ALLOWED_HOSTS", .list, default: "localhost,127.0.0.1,::1", .listening,
        "Host names under which Jarvis answers; `*` for any. Add the machine's name when it listens beyond loopback.")
    public let httpsPort = Setting(
        "JARVIS_HTTPS_PORT", optional: .port, otherwise: "no HTTPS", .listening,
        "The port of the web interface over HTTPS, with a certificate of the home's own authority: browsers open the microphone on safe addresses only.")
    public let tlsFolder = Setting(
        "JARVIS_TLS_FOLDER", optional: .path, otherwise: "a certificate that Jarvis makes, see `jarvis certificate`", .listening,
        "A folder with a certificate for HTTPS, as certbot leaves it (`fullchain.pem` and `privkey.pem`); read again when they change.")
    public let trustedProxies = Setting(
        "JARVIS_TRUSTED_PROXIES", .list, default: "", .listening,
        "Addresses or networks (`10.0.0.0/8`) of proxies in front, which end TLS.")
    public let httpThreads = Setting(
        "JARVIS_HTTP_THREADS", optional: .whole(1...256), otherwise: "one for each processor core", .listening, "Threads that serve HTTP.")
    public let maxConnections = Setting(
        "JARVIS_MAX_CONNECTIONS", .whole(1...1_000_000), default: "4096", .listening, "Connections served at once; more are refused.")
    public let maxBodyMegabytes = Setting(
        "JARVIS_MAX_BODY_MB", .whole(1...1024), default: "32", .listening, "The largest body of an upload, in megabytes; waits for routes that take uploads.")

    // Accounts and secrets
    public let secretKey = Setting(
        "JARVIS_SECRET_KEY", optional: .secret, otherwise: "only what Jarvis signs with its own keys is taken", .security,
        "Access tokens that are signed with it (HS256) are taken, too: at least 32 random characters (`openssl rand -base64 48`).")
    public let encryptionKey = Setting(
        "JARVIS_ENCRYPTION_KEY", alias: "ENCRYPTION_KEY", optional: .secret, otherwise: "made on first start and kept in JARVIS_HOME", .security,
        "Wraps the key that seals messages and memories: at least 32 random characters. Keep a copy: without it they cannot be read.")
    public let setupCode = Setting(
        "JARVIS_SETUP_CODE", optional: .secret, otherwise: "made at each start until an owner exists, and printed", .security,
        "The code that lets a browser beyond loopback create the owner account.")
    public let accessTokenLifetime = Setting(
        "ACCESS_TOKEN_EXPIRE_MINUTES", .time(.minutes, atMost: 1440), default: "30", .security, "How long an access token is valid, in minutes.")
    public let refreshTokenLifetime = Setting(
        "REFRESH_TOKEN_EXPIRE_DAYS", .time(.days, atMost: 365), default: "7", .security, "How long a session lasts without being used, in days.")
    public let sessionLifetime = Setting(
        "JARVIS_SESSION_DAYS", .time(.days, atMost: 365), default: "90", .security,
        "How long a session lasts however much it is used, in days: then one signs in again.")
    public let rateLimit = Setting(
        "RATE_LIMIT_PER_MINUTE", .whole(1...1_000_000), default: "10", .security,
        "Sign-in and set-up attempts a minute from one address; requests without a token may be sixty times as many, and from this machine any number.")
    public let userRateLimit = Setting(
        "JARVIS_USER_RATE_LIMIT_PER_MINUTE", .whole(1...10_000_000), default: "240000", .security,
        "Requests a minute from one signed-in user, and as many turns of conversation; for recordings, speech, import and export a 200th of that.")
    public let oidcIssuer = Setting(
        "JARVIS_OIDC_ISSUER", optional: .url("https", "http"), otherwise: "no sign-in elsewhere", .security,
        "An OpenID provider that people may sign in at, by the address that it calls itself; plain HTTP on this machine only.")
    public let oidcClientID = Setting("JARVIS_OIDC_CLIENT_ID", optional: .text, .security, "What Jarvis is called there (the client's id).")
    public let oidcClientSecret = Setting(
        "JARVIS_OIDC_CLIENT_SECRET", optional: .secret, otherwise: "a public client", .security, "The client's secret there.")
    public let oidcName = Setting("JARVIS_OIDC_NAME", .text, default: "OpenID", .security, "What people call the provider, for the button.")
    public let auditLifetime = Setting(
        "JARVIS_AUDIT_DAYS", .time(.days, atMost: 3650), default: "365", .security, "How long the audit trail keeps an entry, in days.")

    // Logs
    public let logLevel = Setting("JARVIS_LOG_LEVEL", Kind<LogThreshold>.choice, default: "info", .logs, "The least important lines that are written.")
    public let logFormat = Setting(
        "JARVIS_LOG_FORMAT", Kind<LogFormat>.choice, default: "auto", .logs, "`auto` writes for people on a terminal and JSON elsewhere.")
    public let logFile = Setting("JARVIS_LOG_FILE", optional: .path, otherwise: "standard error only", .logs, "A file that gets every line too.")
    public let logFileMegabytes = Setting(
        "JARVIS_LOG_FILE_MAX_MB", .whole(1...10_240), default: "20", .logs, "The size at which the log file is rotated, in megabytes.")
    public let logFileAge = Setting(
        "JARVIS_LOG_FILE_MAX_DAYS", .time(.days, atMost: 3650), default: "14", .logs, "After how many days a rotated log file is deleted.")

    // Storage
    public let databaseURL = Setting(
        "DATABASE_URL", optional: .secretURL("postgresql", "postgres", "sqlite"), otherwise: "SQLite in JARVIS_HOME", .storage, "The relational store.")
    public let postgresPassword = Setting("POSTGRES_PASSWORD", optional: .secret, .storage, "The password for DATABASE_URL, when it holds none.")
    public let redisURL = Setting(
        "REDIS_URL", optional: .secretURL("redis", "rediss"), otherwise: "a cache in the process", .storage, "The shared cache of several replicas.")
    public let redisPassword = Setting("REDIS_PASSWORD", optional: .secret, .storage, "The password for REDIS_URL, when it holds none.")
    public let qdrantURL = Setting("QDRANT_URL", optional: .url("http", "https"), otherwise: "exact search in the process", .storage, "The vector index.")

    // Language model
    public let ollamaURL = Setting(
        "OLLAMA_BASE_URL", .url("http", "https"), default: "http://127.0.0.1:11434", .model, "Ollama's address; used when it answers.")
    public let ollamaModel = Setting("OLLAMA_MODEL", .text, default: "llama3.2", .model, "The model to ask Ollama for.")
    public let openAIURL = Setting(
        "OPENAI_BASE_URL", optional: .url("http", "https"), .model, "Any OpenAI-compatible server, with its `/v1`; goes before Ollama when set.")
    public let openAIKey = Setting("OPENAI_API_KEY", optional: .secret, .model, "The key for OPENAI_BASE_URL.")
    public let openAIModel = Setting("OPENAI_MODEL", optional: .text, .model, "The model to ask that server for.")
    public let llmModel = Setting(
        "JARVIS_LLM_MODEL", optional: .path, .model, "A GGUF file; Jarvis then runs llama.cpp on it as a child process, before all others.")
    public let llmPython = Setting(
        "JARVIS_LLM_PYTHON", optional: .path, otherwise: "found by the launcher", .model, "A Python that has the package xllamacpp, for that child process.")
    public let llmContext = Setting("JARVIS_LLM_CONTEXT", .whole(256...1_048_576), default: "4096", .model, "The length of that child's context, in tokens.")
    public let llmThreads = Setting("JARVIS_LLM_THREADS", optional: .whole(1...256), otherwise: "one for each processor core", .model, "Threads of that child.")
    public let llmMaxTokens = Setting("JARVIS_LLM_MAX_TOKENS", .whole(1...65_536), default: "512", .model, "The longest answer, in tokens.")
    public let llmTemperature = Setting(
        "JARVIS_LLM_TEMPERATURE", .number(0...2), default: "0.4", .model, "0 always takes the likeliest word; higher is more varied.")
    public let llmTimeout = Setting(
        "JARVIS_LLM_TIMEOUT_SECONDS", .time(.seconds, atMost: 3600), default: "120", .model, "How long one answer may take, in seconds.")

    // Meaning, for the memory
    public let embeddingModel = Setting(
        "JARVIS_EMBEDDING_MODEL", optional: .path, otherwise: "the memory finds things by their words alone", .model,
        "A GGUF embedding model, run in a child process like JARVIS_LLM_MODEL: the memory then also finds what is near in meaning.")
    public let embeddingURL = Setting(
        "JARVIS_EMBEDDING_URL", optional: .url("http", "https"), .model,
        "An OpenAI-compatible server for embeddings instead (Ollama: `http://127.0.0.1:11434/v1`); JARVIS_EMBEDDING_NAME says which model.")
    public let embeddingName = Setting("JARVIS_EMBEDDING_NAME", .text, default: "bge-m3", .model, "The embedding model to ask JARVIS_EMBEDDING_URL for.")
    public let embeddingLanguages = Setting(
        "JARVIS_EMBEDDING_LANGUAGES", .list, default: "fr,en", .model,
        "The languages that model understands; `en` for all-MiniLM. What is said in others is found by its words.")

    // Speech
    public let speechWorker = Setting(
        "JARVIS_SPEECH_WORKER", optional: .path, otherwise: "`jarvis-speech` beside the program", .speech, "The speech worker's program.")
    public let ttsURL = Setting(
        "JARVIS_TTS_URL", optional: .url("tcp", "unix", "http", "https"), otherwise: "the own speech worker", .speech,
        "A server that speaks, asked before the own worker: Wyoming (`tcp://host:10200`) or OpenAI-compatible (`https://host/v1`).")
    public let ttsKey = Setting("JARVIS_TTS_KEY", optional: .secret, .speech, "The key for an OpenAI-compatible server at JARVIS_TTS_URL.")
    public let ttsModel = Setting("JARVIS_TTS_MODEL", .text, default: "tts-1", .speech, "The model to ask that server for.")
    public let sttURL = Setting(
        "JARVIS_STT_URL", optional: .url("tcp", "unix", "http", "https"), otherwise: "the own speech worker", .speech,
        "A server that transcribes, asked before the own worker: Wyoming (`tcp://host:10300`) or OpenAI-compatible (`https://host/v1`).")
    public let sttKey = Setting("JARVIS_STT_KEY", optional: .secret, .speech, "The key for an OpenAI-compatible server at JARVIS_STT_URL.")
    public let sttModel = Setting("JARVIS_STT_MODEL", .text, default: "whisper-1", .speech, "The model to ask that server for.")
    public let speechListen = Setting(
        "JARVIS_SPEECH_LISTEN", optional: .text, otherwise: "nowhere but for Jarvis itself", .speech,
        "Where the own worker serves Wyoming to Home Assistant and others (`127.0.0.1:10300`); it asks for no password, so keep to a network you trust.")
    public let speechKey = Setting(
        "JARVIS_SPEECH_KEY", optional: .secret, otherwise: "only this machine may ask", .speech,
        "What other machines bring to the STT and TTS services, as their bearer token.")
    public let modelHub = Setting(
        "JARVIS_MODEL_HUB", .url("http", "https"), default: "https://huggingface.co", .speech,
        "Where `jarvis models pull` and `jarvis voices pull` download from: the hub, or a mirror with the same paths.")
    public let ttsVoice = Setting(
        "JARVIS_TTS_VOICE", optional: .text, otherwise: "the engine's default for the language", .speech, "The voice that answers, as `GET /voices` names it.")
    public let ttsSpeed = Setting("JARVIS_TTS_SPEED", .number(0.5...2), default: "1", .speech, "How fast it speaks; 1 is the voice's own pace.")

    public let wakeEngine = Setting(
        "JARVIS_WAKE_ENGINE", Kind<WakeEngineChoice>.choice, default: "micro", .speech,
        "What listens for the wake word: microWakeWord (`micro`), openWakeWord (`open`; its models are for non-commercial use), or `either` or `both` of them.")
    public let wakeSamples = Setting(
        "JARVIS_WAKE_SAMPLES", .whole(0...1000), default: "0", .speech,
        "How many recordings of wakes are kept, three seconds each in `wake-samples` of the data folder, to tune the wake word on; 0 keeps none.")

    public let satellites = Setting(
        "JARVIS_SATELLITES", optional: .text, otherwise: "those that were found and assigned", .speech,
        "Satellites at fixed addresses: `kitchen=tcp://host:10700`, with commas in between.")
    public let satelliteRole = Setting(
        "JARVIS_SATELLITE_ROLE", Kind<SatelliteRole>.choice, default: "guest", .speech,
        "The most that may be done through a satellite, whoever speaks.")

    // Home
    public let homeAssistantURL = Setting("HOME_ASSISTANT_URL", optional: .url("http", "https"), .home, "Home Assistant's address.")
    public let homeAssistantToken = Setting("HOME_ASSISTANT_TOKEN", optional: .secret, .home, "A long-lived access token of Home Assistant.")

    public let mqttURL = Setting(
        "JARVIS_MQTT_URL", optional: .secretURL("mqtt", "mqtts"), .home,
        "An MQTT broker with Home Assistant's discovery topics (`mqtt://user:password@host:1883`; `mqtts` for TLS).")
    public let mqttPrefix = Setting("JARVIS_MQTT_PREFIX", .text, default: "homeassistant", .home, "The first level of those topics.")
    public let mqttAuthority = Setting(
        "JARVIS_MQTT_CA", optional: .path, otherwise: "the system's certificate authorities", .home,
        "A PEM file with the authority that signed the broker's certificate.")
    public let homeFile = Setting(
        "JARVIS_HOME_FILE", optional: .path, .home, "A YAML file that describes the home, for those with neither Home Assistant nor MQTT.")
    public let latitude = Setting(
        "JARVIS_HOME_LATITUDE", optional: .number(-90...90), otherwise: "what Home Assistant or the home's file says", .home,
        "Where the home is, in degrees north, for the weather and the sun. Known from nowhere, the weather is told for towns only, and the sun is that of Paris."
    )
    public let longitude = Setting(
        "JARVIS_HOME_LONGITUDE", optional: .number(-180...180), otherwise: "what Home Assistant or the home's file says", .home,
        "Where the home is, in degrees east; goes with JARVIS_HOME_LATITUDE.")

    // Everyday skills
    public let intents = Setting(
        "JARVIS_INTENTS", optional: .path, otherwise: "found by the launcher", .skills,
        "The folder of the sentences that are understood: the JSON files of the Python package home-assistant-intents.")
    public let weatherURL = Setting(
        "JARVIS_WEATHER_URL", .url("http", "https"), default: "https://api.open-meteo.com", .skills, "A weather service with the interface of Open-Meteo.")
    public let newsFeeds = Setting("JARVIS_NEWS_FEEDS", .list, default: "", .skills, "Addresses of the RSS or Atom feeds that the news are read from.")
    public let dictionary = Setting("JARVIS_DICTIONARY", optional: .path, .skills, "A dictionary's file, for definitions.")

    // Web search and browsing
    public let searxngURL = Setting("SEARXNG_URL", optional: .url("http", "https"), .web, "A SearXNG server.")
    public let braveKey = Setting("BRAVE_API_KEY", optional: .secret, .web, "The key for Brave Search.")
    public let tavilyKey = Setting("TAVILY_API_KEY", optional: .secret, .web, "The key for Tavily.")
    public let googleKey = Setting("GOOGLE_API_KEY", optional: .secret, .web, "The key for Google's Custom Search.")
    public let googleEngine = Setting("GOOGLE_CSE_ID", optional: .text, .web, "The id of the search engine made there.")
    public let browserbaseKey = Setting("BROWSERBASE_API_KEY", optional: .secret, .web, "The key for Browserbase.")
    public let browserbaseProject = Setting("BROWSERBASE_PROJECT_ID", optional: .text, .web, "The project at Browserbase.")

    // Mail
    public let smtpServer = Setting("SMTP_SERVER", optional: .text, .mail, "The mail server for alerts, as `host:port`.")
    public let smtpUser = Setting("SMTP_USER", optional: .text, .mail, "The user name there.")
    public let smtpPassword = Setting("SMTP_PASSWORD", optional: .secret, .mail, "The password there.")
    public let alertEmail = Setting("ALERT_EMAIL", optional: .text, .mail, "Who gets alerts.")
    public let alertWebhook = Setting(
        "JARVIS_ALERT_WEBHOOK", optional: .url("http", "https"), .mail, "An address that alerts are posted to as JSON, at home or elsewhere.")
    public let alertWebhookSecret = Setting(
        "JARVIS_ALERT_WEBHOOK_SECRET", optional: .secret, .mail, "Signs what is posted there (HMAC-SHA-256), so that the receiver knows it is from Jarvis.")

    // Command line client
    public let serverURL = Setting(
        "JARVIS_URL", optional: .url("http", "https"), otherwise: "the backend on this machine", .client,
        "The server that `jarvis ask` and the other commands talk to.")
    public let accessToken = Setting(
        "JARVIS_TOKEN", optional: .secret, otherwise: "the session that `jarvis login` keeps", .client,
        "A token for `jarvis ask` and the other commands, for scripts.")

    init() {}
}

/// Where Jarvis runs: what may be missing or lax, and what stops the start.
public enum Deployment: String, Sendable, CaseIterable { case development, production }

/// The rights of whoever speaks into a satellite: the roles of people without those that rule the house.
public enum SatelliteRole: String, Sendable, CaseIterable { case member, child, guest }

/// What listens for wake words; the names are those of the speech worker's option.
public enum WakeEngineChoice: String, Sendable, CaseIterable { case micro, open, either, both }

/// The least important log lines that are written; the names are those of `LogLevel`.
public enum LogThreshold: String, Sendable, CaseIterable { case debug, info, notice, warning, error }

/// How log lines look.
public enum LogFormat: String, Sendable, CaseIterable { case auto, human, json }
