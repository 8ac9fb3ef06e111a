'use strict';
const { reporters, Runner } = require('mocha');

/** Mocha's spec reporter, and at the end one plain line that any CI can count: `12 passed, 0 failed, 3 skipped`. */
module.exports = class ClosingLine extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`);
    });
  }
};
