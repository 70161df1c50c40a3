import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SUPPORT = __dirname;
const DEBIAN = '/usr/share/wordpress';
/** How long each server may take to come up. */
const PATIENCE_MS = 30_000;

/**
 * Debian's WordPress, set up anew in a folder of its own: MariaDB on a socket, PHP's web server on a free port of
 * this machine alone. `stop` ends both and takes the folder away.
 */
export class WordPress {
  /** Without a closing slash. */
  url = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'psd-wp-'));
  private readonly servers: ChildProcess[] = [];

  private constructor() {}

  static async start(plugin: string): Promise<WordPress> {
    const wordpress = new WordPress();
    try {
      await wordpress.install(plugin);
      return wordpress;
    } catch (error) {
      await wordpress.stop();
      throw error;
    }
  }

  /** Runs PHP inside WordPress, as its command line would, and gives what it prints. */
  async php(code: string): Promise<string> {
    return this.run(['-r', `$_SERVER['HTTP_HOST'] = 'localhost'; require 'wp-load.php'; ${code}`]);
  }

  /** A value that PHP computes inside WordPress. */
  async value<T>(expression: string): Promise<T> {
    return JSON.parse(await this.php(`echo wp_json_encode( ${expression} );`));
  }

  /** Publishes a post as somebody, through what WordPress takes out of their HTML. Gives its address. */
  async publish(content: string, { title = 'Groups', user = 'author' } = {}): Promise<string> {
    // Without comments: the field for them alone is too wide for a phone under one of the themes.
    const post = `array( 'post_status' => 'publish', 'comment_status' => 'closed', 'post_title' => ${quoted(title)}, 'post_content' => wp_slash( ${quoted(content)} ) )`;
    const code = `wp_set_current_user( get_user_by( 'login', ${quoted(user)} )->ID ); kses_init(); echo get_permalink( wp_insert_post( ${post} ) );`;
    return this.php(code);
  }

  /** Puts a file among the uploads, and gives its path on the site. */
  upload(name: string, text: string): string {
    const folder = join(this.root, 'wp-content/uploads');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return `/wp-content/uploads/${name}`;
  }

  /** What PHP found wrong with the plugin's own code. */
  complaints(): string[] {
    const log = existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
    return log.split('\n').filter((line) => line.includes('plugins/peer-support-directory'));
  }

  async stop() {
    for (const server of this.servers.reverse()) {
      if (server.exitCode !== null || server.signalCode !== null) continue;
      const ended = once(server, 'exit');
      // The web server's own workers are in its group.
      process.kill(-server.pid!, 'SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get root() {
    return join(this.folder, 'www');
  }

  private get socket() {
    return join(this.folder, 'db.sock');
  }

  private get log() {
    return join(this.folder, 'php.log');
  }

  private get env() {
    return { ...process.env, PSD_URL: this.url, PSD_SOCKET: this.socket, PSD_LOG: this.log };
  }

  private async install(plugin: string) {
    // Debian's own wp-config.php looks for another database.
    cpSync(DEBIAN, this.root, { recursive: true, dereference: true, filter: (file) => !/\/(\.htaccess|wp-config\.php)$/.test(file) });
    cpSync(join(SUPPORT, 'wp-config.php'), join(this.root, 'wp-config.php'));
    this.url = `http://127.0.0.1:${await freePort()}`;
    await this.startDatabase();
    await this.run([join(SUPPORT, 'install.php'), plugin]);
    await this.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; $done = activate_plugin( 'peer-support-directory/peer-support-directory.php' ); if ( is_wp_error( $done ) ) { fwrite( STDERR, $done->get_error_message() ); exit( 1 ); } flush_rewrite_rules();`);
    await this.startWeb();
  }

  private async startDatabase() {
    const data = join(this.folder, 'data');
    mkdirSync(data);
    const options = ['--no-defaults', `--datadir=${data}`, `--socket=${this.socket}`, `--pid-file=${join(this.folder, 'db.pid')}`];
    // Nobody but the owner of the folder reaches the socket.
    const open = ['--skip-networking', '--skip-grant-tables', `--user=${userInfo().username}`];
    const quick = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--skip-log-bin'];
    const path = `${process.env.PATH}:/usr/sbin`;
    const server = this.serve('mariadbd', [...options, ...open, ...quick], { PATH: path });
    await until('MariaDB', server, () => existsSync(this.socket));
  }

  private async startWeb() {
    const address = this.url.replace('http://', '');
    // WordPress compiles 300 files for a page, unless PHP keeps what it compiled.
    const cache = ['-d', 'opcache.enable_cli=1', '-d', 'opcache.revalidate_freq=0'];
    const server = this.serve('php', ['-q', ...cache, '-S', address, '-t', this.root, join(SUPPORT, 'router.php')], { PHP_CLI_SERVER_WORKERS: '4' });
    await until('PHP', server, async () => (await fetch(`${this.url}/readme.html`).catch(() => undefined))?.ok ?? false);
  }

  private serve(program: string, args: string[], env: Record<string, string>): ChildProcess {
    const server = spawn(program, args, { cwd: this.folder, env: { ...this.env, ...env }, stdio: 'ignore', detached: true });
    server.on('error', (error) => console.error(`${program} cannot be started: ${error.message}`));
    this.servers.push(server);
    return server;
  }

  private async run(args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('php', ['-d', 'display_errors=stderr', ...args], { cwd: this.root, env: this.env, maxBuffer: 50_000_000 });
    return stdout;
  }
}

/** A text as PHP source. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until(name: string, server: ChildProcess, isReady: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((go) => setTimeout(go, 50))) {
    if (server.exitCode !== null) throw new Error(`${name} stopped at once, with status ${server.exitCode}`);
    if (await isReady()) return;
  }
  throw new Error(`${name} did not come up within ${PATIENCE_MS / 1000} seconds`);
}
