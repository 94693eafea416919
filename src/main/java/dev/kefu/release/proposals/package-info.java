/** What process owners propose, and the way from there into effect. */
package dev.kefu.release.proposals;
