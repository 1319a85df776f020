import type { Image } from '../images.ts';

const HUB = 'https://github.com/docker-library/docs/tree/master/';
const HUB_OF = 'https://hub.docker.com/r/';

/** Code hosting, continuous integration, registries, mail traps, mocks and browsers for tests. */
export const developmentImages: readonly Image[] = [
  {
    names: ['axllent/mailpit'],
    ports: [1025, 8025],
    listener: 'MP_UI_BIND_ADDR',
    source: 'https://mailpit.axllent.org/docs/install/docker/',
  },
  {
    names: ['codeberg.org/forgejo/forgejo', 'forgejo/forgejo', 'gitea/gitea'],
    ports: [3000, 22],
    listener: '/data/gitea/conf/app.ini',
    source: 'https://docs.gitea.com/installation/install-with-docker',
  },
  {
    names: ['concourse/concourse'],
    ports: [8080],
    listener: 'CONCOURSE_BIND_PORT',
    source: `${HUB_OF}concourse/concourse`,
  },
  {
    names: ['consol/centos-xfce-vnc', 'consol/ubuntu-xfce-vnc'],
    ports: [5901, 6901],
    listener: 'VNC_PORT',
    source: 'https://hub.docker.com/r/consol/ubuntu-xfce-vnc',
  },
  {
    names: ['distribution/registry', 'library/registry', 'registry'],
    ports: [5000],
    listener: 'REGISTRY_HTTP_ADDR',
    source: `${HUB}registry`,
  },
  { names: ['docker'], tag: /dind/, ports: [2375, 2376], listener: '--host', source: `${HUB}docker` },
  {
    names: ['dorowu/ubuntu-desktop-lxde-vnc'],
    ports: [80],
    source: 'https://github.com/fcwu/docker-ubuntu-vnc-desktop',
  },
  {
    names: ['drone/drone'],
    ports: [80, 443],
    listener: 'DRONE_SERVER_PORT',
    source: 'https://docs.drone.io/server/overview/',
  },
  {
    names: ['gitlab/gitlab-ce', 'gitlab/gitlab-ee', 'sameersbn/gitlab'],
    ports: [80, 443, 22],
    listener: '/etc/gitlab/gitlab.rb',
    source: 'https://docs.gitlab.com/install/docker/',
  },
  {
    names: ['gogs/gogs'],
    ports: [3000, 22],
    listener: '/data/gogs/conf/app.ini',
    source: 'https://github.com/gogs/gogs/tree/main/docker',
  },
  {
    names: ['goharbor/harbor-core', 'goharbor/nginx-photon'],
    ports: [8080],
    source: 'https://github.com/goharbor/harbor',
  },
  {
    names: ['hashicorp/http-echo'],
    ports: [5678],
    listener: '-listen',
    source: 'https://github.com/hashicorp/http-echo',
  },
  {
    names: ['jenkins', 'jenkins/jenkins', 'jenkinsci/blueocean', 'jenkinsci/jenkins'],
    ports: [8080, 50000],
    listener: 'JENKINS_OPTS',
    source: 'https://github.com/jenkinsci/docker',
  },
  { names: ['jetbrains/teamcity-server', 'teamcity'], ports: [8111], source: `${HUB_OF}jetbrains/teamcity-server` },
  {
    names: ['maildev/maildev'],
    ports: [1080, 1025],
    listener: 'MAILDEV_WEB_PORT',
    source: 'https://github.com/maildev/maildev',
  },
  {
    names: ['mailhog/mailhog'],
    ports: [1025, 8025],
    listener: 'MH_UI_BIND_ADDR',
    source: 'https://github.com/mailhog/MailHog/blob/master/docs/CONFIG.md',
  },
  {
    names: ['mockserver/mockserver'],
    ports: [1080],
    listener: 'MOCKSERVER_SERVER_PORT',
    source: 'https://www.mock-server.com/where/docker.html',
  },
  {
    names: ['rancher/rancher'],
    ports: [80, 443],
    source: 'https://ranchermanager.docs.rancher.com/',
  },
  { names: ['rancher/server'], ports: [8080], source: 'https://rancher.com/docs/rancher/v1.6/en/installing-rancher/' },
  {
    names: ['rodolpheche/wiremock', 'wiremock/wiremock'],
    ports: [8080, 8443],
    listener: '--port',
    source: 'https://wiremock.org/docs/standalone/docker/',
  },
  {
    names: ['schickling/mailcatcher', 'sj26/mailcatcher'],
    ports: [1080, 1025],
    listener: '--http-port',
    source: 'https://mailcatcher.me/',
  },
  {
    names: [
      'selenium/hub',
      'selenium/standalone-chrome',
      'selenium/standalone-chrome-debug',
      'selenium/standalone-chromium',
      'selenium/standalone-edge',
      'selenium/standalone-firefox',
      'selenium/standalone-firefox-debug',
    ],
    ports: [4444],
    listener: 'SE_OPTS',
    source: 'https://github.com/SeleniumHQ/docker-selenium',
  },
  {
    names: ['selenium/node-chrome', 'selenium/node-firefox'],
    ports: [5555],
    listener: 'SE_OPTS',
    source: 'https://github.com/SeleniumHQ/docker-selenium',
  },
  { names: ['sonarqube'], ports: [9000], listener: 'SONAR_WEB_PORT', source: `${HUB}sonarqube` },
  { names: ['sonatype/nexus'], ports: [8081], source: `${HUB_OF}sonatype/nexus` },
  {
    names: ['sonatype/nexus3'],
    ports: [8081],
    listener: '/nexus-data/etc/nexus.properties',
    source: `${HUB_OF}sonatype/nexus3`,
  },
  {
    names: ['swaggerapi/swagger-editor', 'swaggerapi/swagger-ui'],
    ports: [8080],
    listener: 'PORT',
    source: 'https://github.com/swagger-api/swagger-ui/blob/master/docs/usage/installation.md',
  },
  {
    names: ['verdaccio/verdaccio'],
    ports: [4873],
    listener: 'VERDACCIO_PORT',
    source: 'https://verdaccio.org/docs/docker',
  },
];
