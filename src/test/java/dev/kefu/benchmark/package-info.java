/** Kefu beside a stock Camunda, Flowable and plain JDBC: one person's work as Tasklist sends it, on one MySQL. Profile benchmark. */
package dev.kefu.benchmark;
