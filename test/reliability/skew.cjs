// Preloaded into a process (`--require`): its machine clock is SKEW_MS wrong, as after a bad time server or an empty battery.
const skewMs = Number(process.env.SKEW_MS);
const Right = Date;

globalThis.Date = class Date extends Right {
  constructor(...given) {
    if (given.length === 0) super(Right.now() + skewMs);
    else super(...given);
  }

  static now() {
    return Right.now() + skewMs;
  }
};
process.stdout.write(`SKEWED ${new Date().toISOString()}\n`);
