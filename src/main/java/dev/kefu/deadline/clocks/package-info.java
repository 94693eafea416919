/** The clocks themselves: started with a task or a case, swept, shown. */
package dev.kefu.deadline.clocks;
