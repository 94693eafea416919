package dev.kefu.organisation.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who administrates a new installation.
 *
 * @param id user id
 * @param password the first password; change it after the first login
 */
@ConfigurationProperties("kefu.admin")
record AdministratorProperties(@DefaultValue("admin") String id, String password) {
}
