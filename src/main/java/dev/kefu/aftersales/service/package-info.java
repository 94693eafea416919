/** Service requests: the register, and the steps of the process after-sales-service and its parts. */
package dev.kefu.aftersales.service;
