/** Says in words what differs between two versions of a model, a table or a form. */
package dev.kefu.release.changes;
