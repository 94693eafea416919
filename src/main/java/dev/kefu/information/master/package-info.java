/** The customer master: records, numbers, search. */
package dev.kefu.information.master;
