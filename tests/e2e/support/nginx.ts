import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The servers of one nginx: the charity's pages, the CDN, and one more that the CDN may pass requests on to. */
const NAMES = ['site', 'cdn', 'origin'] as const;
export type Urls = Record<(typeof NAMES)[number], string>;

export interface Setup {
  /** What stands in the CDN's `server` block. */
  cdn: (urls: Urls) => string;
  /** The same of the server behind it. */
  origin?: string;
  /** The policy of every page; what it forbids is reported to `/report`. */
  policy?: (urls: Urls) => string;
}

/** The real nginx with a configuration, logs and pages of its own, all in one folder that goes with it. */
export class Nginx {
  private readonly folder = mkdtempSync(join(tmpdir(), 'psd-nginx-'));
  private process!: ChildProcess;
  private gone!: Promise<unknown>;
  urls!: Urls;

  private constructor(private readonly program: string, private readonly setup: Setup) {}

  static async start(program: string, setup: Setup): Promise<Nginx> {
    const nginx = new Nginx(program, setup);
    // Another program may take a port between our finding it free and nginx's listening on it.
    for (let tries = 3; !(await nginx.listens()); tries -= 1) {
      if (tries === 1) throw new Error(`nginx does not start: ${readFileSync(join(nginx.folder, 'error.log'), 'utf8')}`);
    }
    return nginx;
  }

  /** Writes a page of the site. Gives its address. */
  page(path: string, html: string): string {
    return this.file(path.endsWith('/') ? `${path}index.html` : path, html).replace(/index\.html$/, '');
  }

  /** Writes another file of the site. Gives its address. */
  file(path: string, text: string): string {
    const file = join(this.folder, 'pages', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return this.urls.site + path;
  }

  /** What browsers have posted to `/report`. */
  reports(): string[] {
    const lines = readFileSync(join(this.folder, 'reports.log'), 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line).body);
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.gone;
    rmSync(this.folder, { recursive: true });
  }

  private async listens(): Promise<boolean> {
    const ports = await freePorts(NAMES.length);
    this.urls = Object.fromEntries(NAMES.map((name, at) => [name, `http://127.0.0.1:${ports[at]}`])) as Urls;
    writeFileSync(join(this.folder, 'nginx.conf'), this.configuration());
    const options = ['-p', this.folder, '-c', 'nginx.conf', '-e', 'error.log'];
    this.process = spawn(this.program, options, { stdio: 'inherit' });
    let isGone = false;
    this.gone = new Promise<void>((gone, fail) => {
      this.process.on('error', fail);
      this.process.on('exit', () => gone());
    }).finally(() => (isGone = true));
    while (!isGone) {
      if ((await Promise.all(ports.map(answers))).every(Boolean)) return true;
      await Promise.race([wait(20), this.gone]);
    }
    return false;
  }

  private configuration(): string {
    const { urls, setup } = this;
    const policy = setup.policy && `add_header Content-Security-Policy "${setup.policy(urls)}; report-uri /report" always;`;
    const site = `
      root pages;
      types { text/html html; application/json json; text/javascript js; }
      add_header Cache-Control no-store always;
      ${policy ?? ''}
      # nginx reads, and so can log, a body that it passes on.
      location = /report { access_log reports.log reports; proxy_pass ${urls.site}/reported; }
      location = /reported { return 204; }
      location = /favicon.ico { return 204; }`;
    const blocks: Urls = { site, cdn: setup.cdn(urls), origin: setup.origin ?? 'return 404;' };
    const server = (name: keyof Urls) => `server { listen ${urls[name].slice('http://'.length)}; ${blocks[name]} }`;
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${what};`);
    return `
      daemon off;
      master_process off;
      pid nginx.pid;
      events { worker_connections 256; }
      http {
        log_format reports escape=json '{"body":"$request_body"}';
        access_log off;
        ${folders.join(' ')}
        ${NAMES.map(server).join('\n')}
      }`;
  }
}

/** Ports that nothing listens on, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function answers(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => answer(true));
    socket.on('error', () => answer(false));
    socket.on('connect', () => socket.destroy());
  });
}
