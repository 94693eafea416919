/** Where working time comes from and who changes it: settings, holiday files, imports, exceptions. */
package dev.kefu.calendar.keeping;
