/** Starts complaints for customers whom a service did not satisfy. */
package dev.kefu.aftersales.complaints;
