/** Prints one line about what is going on. */
export const say = (line) => void process.stdout.write(`${line}\n`);
