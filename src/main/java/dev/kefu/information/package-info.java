/** Keeps the customer master: search, registration, classified values. */
package dev.kefu.information;
