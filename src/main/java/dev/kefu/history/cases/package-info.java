/** One case as a whole: its path on the diagram, its trail, what was handed in and decided, and what people did to it. */
package dev.kefu.history.cases;
