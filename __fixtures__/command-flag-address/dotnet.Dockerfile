FROM mcr.microsoft.com/dotnet/aspnet:8.0
EXPOSE 8095
ENTRYPOINT ["dotnet", "Shop.dll", "--urls", "http://*:8095;http://localhost:8095"]
