import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** Something of Electron's that speaks in events. `happen` gives what the guards made of one. */
export class FakeEmitter extends EventEmitter {
  /** Lets an event happen that may be refused; says whether it was. */
  happen(name: string, ...details: readonly unknown[]): 'refused' | 'let through' {
    let prevented = false;
    const [first] = details;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
      ...(typeof first === 'object' ? first : {}),
    };
    this.emit(name, event, ...details);
    return prevented ? 'refused' : 'let through';
  }
}

let lastId = 0;

/** A page, as far as guards and visits touch it. */
export class FakeContents extends FakeEmitter {
  readonly id = ++lastId;
  readonly setWindowOpenHandler = vi.fn<(decide: (details: object) => { action: string }) => void>();
  readonly setWebRTCIPHandlingPolicy = vi.fn<(policy: string) => void>();
  readonly setVisualZoomLevelLimits = vi.fn<(least: number, most: number) => Promise<void>>(
    async () => undefined,
  );
  readonly setZoomFactor = vi.fn<(factor: number) => void>();
  readonly closeDevTools = vi.fn<() => void>();
  readonly forcefullyCrashRenderer = vi.fn<() => void>();
  readonly setAudioMuted = vi.fn<(muted: boolean) => void>();
}

/** A partition, as far as guards touch it. */
export class FakeSession extends FakeEmitter {
  readonly setPermissionRequestHandler =
    vi.fn<(handle: (contents: unknown, name: string, decide: (yes: boolean) => void) => void) => void>();
  readonly setPermissionCheckHandler = vi.fn<(handle: () => boolean) => void>();
  readonly setDevicePermissionHandler = vi.fn<(handle: () => boolean) => void>();
  readonly setDisplayMediaRequestHandler =
    vi.fn<(handle: (request: unknown, decide: (streams: object) => void) => void) => void>();
  readonly setSpellCheckerEnabled = vi.fn<(on: boolean) => void>();
  readonly clearStorageData = vi.fn<() => Promise<void>>(async () => undefined);
  readonly clearCache = vi.fn<() => Promise<void>>(async () => undefined);
  readonly clearAuthCache = vi.fn<() => Promise<void>>(async () => undefined);
  readonly clearHostResolverCache = vi.fn<() => Promise<void>>(async () => undefined);
  readonly closeAllConnections = vi.fn<() => Promise<void>>(async () => undefined);
  readonly setProxy = vi.fn<(rules: object) => Promise<void>>(async () => undefined);
  readonly webRequest = {
    onBeforeRequest:
      vi.fn<
        (handle: (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void) => void
      >(),
  };
  readonly protocol = {
    registerBufferProtocol:
      vi.fn<
        (
          scheme: string,
          answer: (request: object, reply: (given: Electron.ProtocolResponse) => void) => void,
        ) => void
      >(),
  };
}

type WindowOptions = { readonly webPreferences: Readonly<Record<string, unknown>> } & Readonly<
  Record<string, unknown>
>;

/** A window: it is there until it is destroyed, and remembers how it was asked for. */
export class FakeWindow extends FakeEmitter {
  static readonly opened: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly loadURL = vi.fn<(url: string) => Promise<void>>(async () => undefined);
  readonly options: WindowOptions;
  visible = false;
  gone = false;
  constructor(options: WindowOptions) {
    super();
    this.options = options;
    FakeWindow.opened.push(this);
  }
  static standing(): FakeWindow[] {
    return FakeWindow.opened.filter(({ gone }) => !gone);
  }
  isDestroyed = () => this.gone;
  isVisible = () => this.visible;
  show = () => {
    this.visible = true;
  };
  hide = () => {
    this.visible = false;
  };
  destroy = () => {
    this.gone = true;
    this.emit('closed');
  };
}

/** What the main process sees of Electron, without any window or process. */
export const fakeElectron = {
  app: Object.assign(new FakeEmitter(), {
    enableSandbox: vi.fn<() => void>(),
    commandLine: {
      hasSwitch: vi.fn<(name: string) => boolean>(() => false),
      appendSwitch: vi.fn<(name: string, value?: string) => void>(),
    },
  }),
  BrowserWindow: FakeWindow,
  clipboard: { clear: vi.fn<(which?: string) => void>() },
  Menu: { setApplicationMenu: vi.fn<(menu: null) => void>() },
  protocol: { registerSchemesAsPrivileged: vi.fn<(schemes: readonly object[]) => void>() },
  screen: {
    getPrimaryDisplay: () => ({
      bounds: { x: 0, y: 0, width: 1080, height: 1920 },
      workAreaSize: { width: 1080, height: 800 },
    }),
  },
  session: { fromPartition: vi.fn<(name: string, options: object) => FakeSession>(() => new FakeSession()) },
};
