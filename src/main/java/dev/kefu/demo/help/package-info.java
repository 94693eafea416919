/** The reviewed public requests for help, worked through customer-help. */
package dev.kefu.demo.help;
