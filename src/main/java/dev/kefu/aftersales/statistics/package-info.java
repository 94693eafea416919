/** What is counted of the registers of service requests and feedback. */
package dev.kefu.aftersales.statistics;
