/** Gives Tasklist what it lacks: cards, filters of the person who asks, the first task of a new case, the case as a whole beside a task. */
package dev.kefu.tasklist;
