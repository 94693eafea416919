/** Gives Tasklist what it lacks: cards, filters of the person who asks, the first task of a new case. */
package dev.kefu.tasklist;
