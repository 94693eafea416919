/** What a supervisor sees and does of the team's work. */
package dev.kefu.tasklist.team;
