/** Steps of the process customer-lookup. */
package dev.kefu.information.lookup;
