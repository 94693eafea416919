/** Makes SQL of reports and asks the database. */
package dev.kefu.reporting.tables;
