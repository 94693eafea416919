/** Who is away and who acts meanwhile: absences with their deputies, what leavers hand over. Works on tasks of every process. */
package dev.kefu.absence;
