import type { Image } from '../images.ts';

const HUB = 'https://github.com/docker-library/docs/tree/master/';
const HUB_OF = 'https://hub.docker.com/r/';

/** Message brokers, queues and coordination services. */
export const messagingImages: readonly Image[] = [
  {
    names: ['apache/activemq-classic', 'rmohr/activemq', 'webcenter/activemq'],
    ports: [61616, 8161, 5672, 61613, 1883, 61614],
    listener: 'conf/activemq.xml',
    source: `${HUB_OF}apache/activemq-classic`,
  },
  {
    names: [
      'apache/kafka',
      'apache/kafka-native',
      'bitnami/kafka',
      'bitnamilegacy/kafka',
      'confluentinc/cp-kafka',
      'wurstmeister/kafka',
    ],
    ports: [9092],
    listener: 'KAFKA_LISTENERS',
    source: `${HUB_OF}apache/kafka`,
  },
  {
    names: ['bitnami/rabbitmq', 'rabbitmq'],
    tag: /management/,
    ports: [5672, 15672, 4369, 5671, 15671, 15691, 15692, 25672],
    listener: '/etc/rabbitmq/conf.d/*.conf',
    source: `${HUB}rabbitmq`,
  },
  {
    names: ['bitnami/rabbitmq', 'bitnamilegacy/rabbitmq', 'rabbitmq'],
    ports: [5672, 4369, 5671, 15691, 15692, 25672],
    listener: '/etc/rabbitmq/conf.d/*.conf',
    source: `${HUB}rabbitmq`,
  },
  {
    names: [
      'bitnami/zookeeper',
      'confluentinc/cp-zookeeper',
      'jplock/zookeeper',
      'wurstmeister/zookeeper',
      'zookeeper',
    ],
    ports: [2181, 2888, 3888, 8080],
    listener: '/conf/zoo.cfg',
    source: `${HUB}zookeeper`,
  },
  {
    names: ['confluentinc/cp-kafka-connect', 'confluentinc/cp-kafka-connect-base'],
    ports: [8083],
    listener: 'CONNECT_REST_PORT',
    source: 'https://docs.confluent.io/platform/current/installation/docker/config-reference.html',
  },
  {
    names: ['confluentinc/cp-schema-registry'],
    ports: [8081],
    listener: 'SCHEMA_REGISTRY_LISTENERS',
    source: 'https://docs.confluent.io/platform/current/installation/docker/config-reference.html',
  },
  {
    names: ['eclipse-mosquitto', 'toke/mosquitto'],
    ports: [1883],
    listener: '/mosquitto/config/mosquitto.conf',
    source: `${HUB}eclipse-mosquitto`,
  },
  {
    names: ['emqx', 'emqx/emqx'],
    ports: [1883, 8083, 8084, 8883, 18083],
    listener: 'EMQX_LISTENERS__TCP__DEFAULT__BIND',
    source: `${HUB}emqx`,
  },
  { names: ['nats', 'nats-streaming'], ports: [4222, 6222, 8222], listener: '/nats-server.conf', source: `${HUB}nats` },
  {
    names: ['nsqio/nsq'],
    ports: [4150, 4151, 4160, 4161, 4170, 4171],
    listener: '-tcp-address',
    source: 'https://nsq.io/deployment/docker.html',
  },
  { names: ['schickling/beanstalkd'], ports: [11300], listener: '-p', source: `${HUB_OF}schickling/beanstalkd` },
];
