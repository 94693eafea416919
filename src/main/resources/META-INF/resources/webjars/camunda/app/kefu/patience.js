/* Lets a slow network or computer make a page late: Camunda's loader would give up after 7 seconds, and the page would stay blank. */

// Camunda's own pages ask for this by window.require, which its bundle no longer reads.
window.require.config({ waitSeconds: 0 });
