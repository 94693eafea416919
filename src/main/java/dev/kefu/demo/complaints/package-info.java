/** The reviewed public complaints, worked through complaint-handling in simulated time; demo/complaints.md says where every column comes from. */
package dev.kefu.demo.complaints;
