/** What was done: the cases of a process, running and finished, counts on its diagram, and each case as a whole, for those who may read them. */
package dev.kefu.history;
