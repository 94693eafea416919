/** The register of absences, and what it does to tasks. */
package dev.kefu.absence.deputies;
