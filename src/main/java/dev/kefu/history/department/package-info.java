/** The department at a glance: how many cases of each process are open, late and finished, and how long they took. */
package dev.kefu.history.department;
