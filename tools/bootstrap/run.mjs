// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, with its output on ours. It gets a process group of its own, so that a command that
 * takes too long, or that the user interrupts, ends together with everything it started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ minutes?: number, env?: Record<string, string> }} [options] `minutes` is the longest it may take
 * @returns {Promise<number>} the exit code; 124 after too long, 127 when it could not be started
 */
export function run(command, args, { minutes = 15, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', detached: true, env: { ...process.env, ...env } });
    const signalAll = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        process.kill(-(child.pid ?? Number.NaN), signal);
      } catch {
        // It has ended by itself meanwhile.
      }
    };
    let late = false;
    let interrupted = false;
    const end = () => {
      signalAll('SIGTERM');
      setTimeout(() => signalAll('SIGKILL'), 5_000).unref();
    };
    const interrupt = () => {
      interrupted = true;
      end();
    };
    const timer = setTimeout(() => {
      late = true;
      console.error(`${command} ${args.join(' ')}: not done after ${minutes} minutes, ended`);
      end();
    }, minutes * 60_000);
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    const done = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      if (interrupted) process.exit(130);
      resolve(late ? 124 : code);
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(127);
    });
    child.once('exit', (code) => done(code ?? 1));
  });
}
