/** Carries the after-sales procedures of chapter 5: service requests, repair, feedback, technical support, shifts. */
package dev.kefu.aftersales;
