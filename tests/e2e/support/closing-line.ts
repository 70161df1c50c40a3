import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends the run with one line that a person or a script can read: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  private passed = 0;
  private failed = 0;

  onTestEnd(test: TestCase, result: TestResult) {
    // There are no retries, so every result is final. A test that did not run did not pass.
    if (result.status === test.expectedStatus && result.status !== 'skipped') this.passed += 1;
    else this.failed += 1;
  }

  onEnd(result: FullResult) {
    if (result.status === 'timedout' || result.status === 'interrupted') console.log(`The run was ${result.status}.`);
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
  }

  printsToStdio() {
    return false;
  }
}
