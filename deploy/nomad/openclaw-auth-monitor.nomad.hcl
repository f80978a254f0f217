# A periodic batch job on the client that runs the gateway.
#   nomad job run -var gateway_node=gw-1 openclaw-auth-monitor.nomad.hcl
variable "gateway_node" {
  type        = string
  description = "Name of the client that has the gateway's state directory."
}

variable "gateway_state" {
  type    = string
  default = "/srv/openclaw"
}

job "openclaw-auth-monitor" {
  datacenters = ["*"]
  type        = "batch"

  constraint {
    attribute = "${node.unique.name}"
    value     = var.gateway_node
  }

  periodic {
    crons            = ["7,37 * * * *"]
    prohibit_overlap = true
    time_zone        = "Etc/UTC"
  }

  group "monitor" {
    # A verdict does not get better by trying again; the next run is half an hour away.
    restart {
      attempts = 0
      mode     = "fail"
    }

    reschedule {
      attempts  = 0
      unlimited = false
    }

    task "run" {
      driver = "docker"
      # The user of the gateway: its files are for nobody else.
      user = "1000:1000"

      config {
        image           = "openclaw-auth-monitor:latest"
        args            = ["run", "--quiet", "--config", "/local/config.json5"]
        readonly_rootfs = true
        cap_drop        = ["all"]
        security_opt    = ["no-new-privileges"]
        pids_limit      = 64

        mount {
          type     = "bind"
          source   = var.gateway_state
          target   = "/openclaw"
          readonly = true
        }

        mount {
          type   = "volume"
          source = "openclaw-auth-monitor"
          target = "/state"
        }

        mount {
          type   = "tmpfs"
          target = "/tmp"
        }
      }

      template {
        destination = "local/config.json5"
        data        = <<EOF
{
  gateways: [{ stateDir: '/openclaw' }],
  state: { dir: '/state' },
  notifiers: [{ type: 'webhook', url: { file: '/secrets/webhook-url' } }],
}
EOF
      }

      template {
        destination = "secrets/webhook-url"
        perms       = "0600"
        uid         = 1000
        data        = <<EOF
{{ with nomadVar "nomad/jobs/openclaw-auth-monitor" }}{{ .webhook_url }}{{ end }}
EOF
      }

      resources {
        cpu    = 100
        memory = 256
      }
    }
  }
}
