/** The system user that PostgreSQL runs as. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/** The conventional unprivileged account, by number so that it needs no entry in /etc/passwd. */
const UNPRIVILEGED: ServerAccount = { uid: 65534, gid: 65534 };

/** The account for PostgreSQL, which refuses to run as root. Undefined means the current user. */
export function serverAccount(): ServerAccount | undefined {
  return process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
}
