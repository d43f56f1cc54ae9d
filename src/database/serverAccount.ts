/** A user of the system that PostgreSQL runs as. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/** The unprivileged account every Unix has ("nobody"), by number: it needs no entry in /etc/passwd. */
const NOBODY: ServerAccount = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so under root it runs as nobody; otherwise (undefined) as whoever we are. */
export function serverAccount(): ServerAccount | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}
