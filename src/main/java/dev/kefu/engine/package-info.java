/** Runs the processes: deployment, case numbers, the form gate, events from outside, the model contract. */
package dev.kefu.engine;
