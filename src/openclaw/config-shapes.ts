// What a config of each era may hold in the blocks that decide about credentials, and of what kind.

/**
 * A path (`*` for every entry of an object or list) and its fields, `!` for those that have to be there.
 * Kinds: text, obj, list, bool, num, int; a field without one is not looked at.
 */
export type Shape = readonly [path: string, fields: string];

/** OpenClaw 2026.2.9. */
export const SHAPES_2026_2: readonly Shape[] = [
  [
    '',
    'meta:obj env:obj wizard:obj diagnostics:obj logging:obj update:obj browser:obj ui:obj auth:obj ' +
      'models:obj nodeHost:obj agents:obj tools:obj bindings:list broadcast:obj audio:obj media:obj ' +
      'messages:obj commands:obj approvals:obj session:obj cron:obj hooks:obj web:obj channels:obj ' +
      'discovery:obj canvasHost:obj talk:obj gateway:obj memory:obj skills:obj plugins:obj',
  ],
  ['meta', 'lastTouchedVersion:text lastTouchedAt:text'],
  ['env.shellEnv', 'enabled:bool timeoutMs:int'],
  ['auth', 'profiles:obj order:obj cooldowns:obj'],
  ['auth.profiles.*', 'provider!:text mode! email:text'],
  [
    'auth.cooldowns',
    'billingBackoffHours:num billingBackoffHoursByProvider:obj billingMaxHours:num ' +
      'failureWindowHours:num',
  ],
  ['models', 'mode providers:obj bedrockDiscovery:obj'],
  [
    'models.providers.*',
    'baseUrl!:text apiKey:text auth api headers:obj authHeader:bool models!:list',
  ],
  [
    'models.providers.*.models.*',
    'id!:text name!:text api reasoning:bool input:list cost:obj contextWindow:num maxTokens:num ' +
      'headers:obj compat:obj',
  ],
  ['agents', 'defaults:obj list:list'],
  [
    'agents.defaults',
    'model:obj imageModel:obj models:obj workspace:text repoRoot:text skipBootstrap:bool ' +
      'bootstrapMaxChars:int userTimezone:text timeFormat envelopeTimezone:text envelopeTimestamp ' +
      'envelopeElapsed contextTokens:int cliBackends:obj memorySearch:obj contextPruning:obj ' +
      'compaction:obj thinkingDefault verboseDefault elevatedDefault blockStreamingDefault ' +
      'blockStreamingBreak blockStreamingChunk:obj blockStreamingCoalesce:obj humanDelay:obj ' +
      'timeoutSeconds:int mediaMaxMb:num typingIntervalSeconds:int typingMode heartbeat:obj ' +
      'maxConcurrent:int subagents:obj sandbox:obj',
  ],
  ['agents.defaults.model', 'primary:text fallbacks:list'],
  ['agents.defaults.imageModel', 'primary:text fallbacks:list'],
  ['agents.defaults.models.*', 'alias:text params:obj streaming:bool'],
  [
    'agents.list.*',
    'id!:text default:bool name:text workspace:text agentDir:text model skills:list memorySearch:obj ' +
      'humanDelay:obj heartbeat:obj identity:obj groupChat:obj subagents:obj sandbox:obj tools:obj',
  ],
  ['agents.list.*.model', 'primary:text fallbacks:list'],
  [
    'gateway',
    'port:int mode bind controlUi:obj auth:obj trustedProxies:list tailscale:obj remote:obj ' +
      'reload:obj tls:obj http:obj nodes:obj',
  ],
  ['gateway.auth', 'mode token:text password:text allowTailscale:bool'],
];

/** OpenClaw 2026.9.6. */
export const SHAPES_2026_9: readonly Shape[] = [
  [
    '',
    '$schema:text meta:obj env:obj wizard:obj diagnostics:obj logging:obj update:obj telemetry:obj ' +
      'browser:obj ui:obj secrets:obj auth:obj accessGroups:obj acp:obj models:obj nodeHost:obj ' +
      'agents:obj worktreeRoot:text worktreeAcceleration:bool tools:obj security:obj bindings:list ' +
      'broadcast:obj attachments:obj messages:obj tts:obj commands:obj approvals:obj session:obj ' +
      'cron:obj transcripts:obj hooks:obj channels:obj discovery:obj talk:obj gateway:obj ' +
      'cloudWorkers:obj desktop:obj memory:obj mcp:obj skills:obj plugins:obj surfaces:obj proxy:obj',
  ],
  ['meta', 'lastTouchedVersion:text migrations:obj'],
  ['env', 'shellEnv:obj vars:obj'],
  ['env.shellEnv', 'enabled:bool timeoutMs:int'],
  ['secrets', 'egressProxy:obj providers:obj defaults:obj'],
  ['secrets.defaults', 'env:text file:text exec:text store:text'],
  ['auth', 'profiles:obj order:obj'],
  ['auth.profiles.*', 'provider!:text mode! email:text displayName:text'],
  ['models', 'mode providers:obj catalogRefresh:obj'],
  [
    'models.providers.*',
    'baseUrl:text apiKey auth api:text maxTokens:num timeoutSeconds:int region:text ' +
      'injectNumCtxForOpenAICompat:bool params:obj agentRuntime:obj localService:obj headers:obj ' +
      'authHeader:bool request:obj models:list',
  ],
  [
    'models.providers.*.models.*',
    'id!:text name!:text api:text baseUrl:text reasoning:bool input:list cost:obj contextWindow:num ' +
      'contextTokens:int maxTokens:num thinkingLevelMap:obj params:obj agentRuntime:obj headers:obj ' +
      'compat:obj mediaInput:obj metadataSource:text',
  ],
  ['agents', 'ownership:text defaults:obj entries:obj'],
  [
    'agents.defaults',
    'params:obj model modelSelectionScope:text utilityModel:text decisionModel:text imageModel ' +
      'mediaModels:obj voiceModel pdfModel pdfMaxMb:num pdfMaxPages:int models:obj modelPolicy:obj ' +
      'workspace:text cwd:text skills:list silentReply:obj repoRoot:text skipBootstrap:bool ' +
      'skipOptionalBootstrapFiles:list contextInjection bootstrapMaxChars:int ' +
      'bootstrapTotalMaxChars:int experimental:obj userTimezone:text startupContext:obj ' +
      'contextPruning:obj compaction:obj embeddedAgent:obj thinkingDefault:text fastModeDefault ' +
      'verboseDefault toolProgressDetail reasoningDefault elevatedDefault blockStreamingDefault ' +
      'blockStreamingBreak timeoutSeconds:int mediaMaxMb:num imageMaxDimensionPx:int imageQuality:text ' +
      'typingIntervalSeconds:int systemAgent:obj authInheritance:obj sessionStore:obj maxConcurrent:int ' +
      'subagents:obj contextLimits:obj blockStreamingChunk:obj blockStreamingCoalesce:obj ' +
      'humanDelay:obj typingMode heartbeat:obj sandbox:obj',
  ],
  ['agents.defaults.model', 'primary:text fallbacks:list'],
  ['agents.defaults.imageModel', 'primary:text fallbacks:list timeoutMs:int'],
  [
    'agents.defaults.models.*',
    'alias:text params:obj agentRuntime:obj pickerRuntimes:list codeMode:bool streaming:bool',
  ],
  ['agents.defaults.models.*.agentRuntime', 'id:text'],
  ['agents.defaults.systemAgent', 'agentId:text'],
  [
    'agents.entries.*',
    'name:text description:text workspace:text cwd:text agentDir:text model utilityModel:text ' +
      'decisionModel:text models:obj modelPolicy:obj thinkingDefault:text verboseDefault:text ' +
      'toolProgressDetail:text reasoningDefault:text fastModeDefault contextInjection ' +
      'bootstrapMaxChars:int bootstrapTotalMaxChars:int experimental:obj skills:list subagents:obj ' +
      'embeddedAgent:obj params:obj runtime memory:obj humanDelay:obj typingMode tts:obj ' +
      'skillsLimits:obj contextLimits:obj heartbeat:obj identity:obj groupChat:obj sandbox:obj ' +
      'tools:obj default:bool',
  ],
  ['agents.entries.*.model', 'primary:text fallbacks:list'],
  [
    'gateway',
    'port:int mode bind customBindHost:text publicOrigin:text portals:obj controlUi:obj cliAgents:obj ' +
      'terminal:obj auth:obj roles:obj trustedProxies:list allowRealIpFallback:bool tools:obj ' +
      'tailscale:obj remote:obj reload:obj tls:obj http:obj push:obj nodes:obj',
  ],
  [
    'gateway.auth',
    'mode token password allowTailscale:bool identityScopes:obj rateLimit:obj trustedProxy:obj',
  ],
];
