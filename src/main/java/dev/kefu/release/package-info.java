/** Lets process owners change models, tables and forms in the running system: checked, shown, approved by a second person, audited, and taken back by one click. */
package dev.kefu.release;
