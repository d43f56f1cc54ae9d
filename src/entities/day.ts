/** A day in UTC, as the database stores it: YYYY-MM-DD. Rows about friends hold no finer time. */
export const dayOf = (time: Date = new Date()): string => time.toISOString().slice(0, 10);
