/** Customer visits: plans of a month and of a year, each visit from its plan to its follow-ups, and what is counted of them (P40). */
package dev.kefu.relationship.visit;
