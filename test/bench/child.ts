import { fork, type ChildProcess } from 'node:child_process';

/** A process of the benchmark that runs another of its files, and answers messages. */
export class Child {
  readonly #process: ChildProcess;
  readonly #name: string;

  /** @param name - Of a file beside this one, compiled; what it says on stderr is shown. */
  constructor(name: string) {
    this.#name = name;
    this.#process = fork(new URL(`${name}.js`, import.meta.url), {
      // It says that the SDK's versions of 2027 will not run on Node 20.
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Sends a message and gives the next one that comes back; the caller knows its shape. */
  ask<T>(message: object): Promise<T> {
    return new Promise((resolve, reject) => {
      const died = (code: number | null): void => {
        reject(new Error(`${this.#name} ended with code ${String(code)} and no answer`));
      };
      this.#process.once('exit', died);
      this.#process.once('message', (answer) => {
        this.#process.off('exit', died);
        resolve(answer as T);
      });
      this.#process.send(message);
    });
  }

  end(): void {
    this.#process.kill();
  }
}
