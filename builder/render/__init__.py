"""The toolbox that formats share. It knows the model and no format."""
