/** Technical support (P57): the register of tickets, the knowledge base, and the steps of the process technical-support and its part technical-support-handling. */
package dev.kefu.aftersales.support;
