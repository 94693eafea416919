/** The cases of one process, and how often and how long its steps were done. Everything is read a page at a time. */
package dev.kefu.history.lists;
