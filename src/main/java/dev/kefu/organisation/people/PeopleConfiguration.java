package dev.kefu.organisation.people;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the first users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DemoProperties.class, AdministratorProperties.class})
class PeopleConfiguration {
}
