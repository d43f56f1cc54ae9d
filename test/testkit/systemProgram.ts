import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Where a program of the system is, or undefined. Servers are often in a folder that only root has on its PATH. */
export function systemProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
